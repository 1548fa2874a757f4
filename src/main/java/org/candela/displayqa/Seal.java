package org.candela.displayqa;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.HexFormat;

/**
 * Signs JSON so that any change shows: SHA-256 for the reader's eye, Ed25519 for proof.
 *
 * <p>The signature proves that the holder of the workstation's key wrote the text. Whose key that is a reader learns only
 * by comparing its fingerprint with one that the workstation's owner gave by another way.
 */
final class Seal {
    private static final String FIELD = "seal";
    private static final String ALGORITHM = "Ed25519";

    private Seal() {}

    /** Lower-case hexadecimal SHA-256 of the UTF-8 text. */
    static String sha256(String text) {
        return sha256(text.getBytes(StandardCharsets.UTF_8));
    }

    static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** Adds the seal to {@code json}, over its canonical text without one. */
    static ObjectNode seal(ObjectNode json, KeyPair keys) {
        json.remove(FIELD);
        String text = RecordJson.canonical(json);
        json.putObject(FIELD)
                .put("sha256", sha256(text))
                .put("algorithm", ALGORITHM)
                .put(
                        "publicKey",
                        Base64.getEncoder().encodeToString(keys.getPublic().getEncoded()))
                .put("signature", sign(text, keys));
        return json;
    }

    /** Whether the seal is there, whole, and fits the rest of {@code json}. */
    static boolean holds(ObjectNode json) {
        JsonNode seal = json.path(FIELD);
        ObjectNode rest = json.deepCopy();
        rest.remove(FIELD);
        String text = RecordJson.canonical(rest);
        return seal.path("sha256").asText().equals(sha256(text))
                && seal.path("algorithm").asText().equals(ALGORITHM)
                && seal.size() == 4
                && isSigned(
                        text,
                        seal.path("publicKey").asText(),
                        seal.path("signature").asText());
    }

    /** First 16 hexadecimal digits of the key's hash, for comparing by eye. */
    static String fingerprint(ObjectNode json) {
        return sha256(json.path(FIELD).path("publicKey").asText()).substring(0, 16);
    }

    private static String sign(String text, KeyPair keys) {
        try {
            Signature signature = Signature.getInstance(ALGORITHM);
            signature.initSign(keys.getPrivate());
            signature.update(text.getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Java 15 and later sign with Ed25519", e);
        }
    }

    private static boolean isSigned(String text, String publicKey, String signed) {
        try {
            PublicKey key = KeyFactory.getInstance(ALGORITHM)
                    .generatePublic(new X509EncodedKeySpec(Base64.getDecoder().decode(publicKey)));
            Signature signature = Signature.getInstance(ALGORITHM);
            signature.initVerify(key);
            signature.update(text.getBytes(StandardCharsets.UTF_8));
            return signature.verify(Base64.getDecoder().decode(signed));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            return false;
        }
    }
}
