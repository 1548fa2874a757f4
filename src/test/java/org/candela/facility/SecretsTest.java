package org.candela.facility;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.candela.base.CandelaException;
import org.candela.facility.Secrets.Use;
import org.candela.vault.FastVault;
import org.candela.vault.VaultDoor;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

// [utest->req~facility.secrets~1]
class SecretsTest {
    private static final FacilityId NORTH = new FacilityId("north-clinic");

    @TempDir
    Path home;

    private final Map<String, String> environment = new HashMap<>();

    private boolean isAnswering = true;

    private Secrets secrets() {
        return new Secrets(home.resolve("secrets"), name -> environment.getOrDefault(name, ""), door());
    }

    private VaultDoor door() {
        return new VaultDoor(
                FastVault.at(home.resolve("vault.key")),
                List.of(() -> isAnswering ? Optional.of("five grey words in a row".toCharArray()) : Optional.empty()));
    }

    private Path file() {
        return home.resolve("secrets/north-clinic.password");
    }

    private void assumePosix() throws Exception {
        Assumptions.assumeTrue(
                Files.getFileStore(home).supportsFileAttributeView("posix"), "this file system has no permissions");
    }

    // [utest->req~facility.secret-names~1]
    @Test
    void whatAnEarlierVersionKeptUnderAMadeUpFacilityIsCarriedOverOnce() throws Exception {
        FacilityId madeUp = new FacilityId("audit-repository");
        SecretName before = SecretName.of(madeUp, Use.CERTIFICATE);
        SecretName name = SecretName.ofWorkstation("audit-repository", Use.CERTIFICATE);
        secrets().keep(before, "one");

        secrets().carryOver(before, name);

        assertEquals(Optional.of("one"), secrets().find(name));
        assertEquals(Optional.empty(), secrets().find(before));
        secrets().keep(before, "of a facility that is called so");
        secrets().carryOver(before, name);
        assertEquals(Optional.of("one"), secrets().find(name), "what is kept already stays");
        assertTrue(secrets().find(before).isPresent(), "and that of the facility too");
    }

    // [utest->req~facility.secret-names~1]
    @Test
    void aLockedKeyStoreCarriesNothingOverAndLosesNothing() throws Exception {
        SecretName before = SecretName.of(NORTH, Use.CERTIFICATE);
        SecretName name = SecretName.ofWorkstation("elsewhere", Use.CERTIFICATE);
        secrets().keep(before, "one");
        isAnswering = false;

        assertThrows(CandelaException.class, () -> secrets().carryOver(before, name));

        isAnswering = true;
        assertEquals(Optional.of("one"), secrets().find(before));
    }

    // [utest->req~facility.secret-names~1]
    @Test
    void theVariableOfTheWorkstationsOwnIsAsItWasAndSaysHowToGiveIt() {
        SecretName name = SecretName.ofWorkstation("audit-repository", Use.CERTIFICATE);

        assertEquals("CANDELA_CERTIFICATE_AUDIT_REPOSITORY", name.variable());
        CandelaException missing =
                assertThrows(CandelaException.class, () -> secrets().require(name, "give it again"));
        assertEquals(
                "audit-repository: no secret is kept; give it again, or set CANDELA_CERTIFICATE_AUDIT_REPOSITORY",
                missing.getMessage());
    }

    @Test
    void whatIsKeptIsFoundAndTheNewestCounts() throws Exception {
        secrets().keep(NORTH, Use.PASSWORD, "one");
        secrets().keep(NORTH, Use.PASSWORD, "zwei ü");

        assertEquals(Optional.of("zwei ü"), secrets().find(NORTH, Use.PASSWORD));
        assertEquals(Optional.empty(), secrets().find(NORTH, Use.CERTIFICATE));
    }

    @Test
    void theEnvironmentGoesBeforeTheFile() throws Exception {
        secrets().keep(NORTH, Use.PASSWORD, "filed");
        environment.put("CANDELA_PASSWORD_NORTH_CLINIC", "given");

        assertEquals("given", secrets().require(NORTH, Use.PASSWORD));
    }

    @Test
    void onlyItsOwnerCanReadIt() throws Exception {
        assumePosix();
        secrets().keep(NORTH, Use.PASSWORD, "one");

        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file())));
        assertEquals("rwx------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file().getParent())));
    }

    @Test
    void aFileThatOthersCanReadIsNotUsed() throws Exception {
        assumePosix();
        secrets().keep(NORTH, Use.PASSWORD, "one");
        Files.setPosixFilePermissions(file(), PosixFilePermissions.fromString("rw-r-----"));

        CandelaException failure =
                assertThrows(CandelaException.class, () -> secrets().find(NORTH, Use.PASSWORD));

        assertEquals("facility.secret-open", failure.code());
        assertTrue(String.valueOf(failure.getMessage()).contains("chmod 600"));
    }

    @Test
    void aMissingOneSaysHowToGiveIt() {
        CandelaException failure =
                assertThrows(CandelaException.class, () -> secrets().require(NORTH, Use.PASSWORD));

        assertTrue(String.valueOf(failure.getMessage()).contains("CANDELA_PASSWORD_NORTH_CLINIC"));
    }

    // [utest->req~vault.sealed~1]
    @Test
    void noSecretIsOnTheDiskInPlainText() throws Exception {
        secrets().keep(NORTH, Use.PASSWORD, "correct-horse");

        try (Stream<Path> files = Files.walk(home)) {
            for (Path one : files.filter(Files::isRegularFile).toList()) {
                assertFalse(
                        Files.readString(one, StandardCharsets.ISO_8859_1).contains("correct-horse"), one.toString());
            }
        }
        assertTrue(secrets().areSealed());
    }

    // [utest->req~vault.sealed~1]
    @Test
    void withoutThePassphraseNothingIsFoundAndNothingKept() throws Exception {
        secrets().keep(NORTH, Use.PASSWORD, "one");
        isAnswering = false;

        assertEquals(
                "vault.locked",
                assertThrows(CandelaException.class, () -> secrets().find(NORTH, Use.PASSWORD))
                        .code());
        assertThrows(CandelaException.class, () -> secrets().keep(NORTH, Use.PASSWORD, "two"));
        isAnswering = true;
        assertEquals(Optional.of("one"), secrets().find(NORTH, Use.PASSWORD));
    }

    // [utest->req~vault.sealed~1]
    @Test
    void whatAnEarlierVersionKeptInPlainTextIsReadAndThenSealed() throws Exception {
        Files.createDirectories(file().getParent());
        Files.writeString(file(), "from before");
        if (Files.getFileStore(home).supportsFileAttributeView("posix")) {
            Files.setPosixFilePermissions(file(), PosixFilePermissions.fromString("rw-------"));
        }
        assertEquals(Optional.of("from before"), secrets().find(NORTH, Use.PASSWORD));

        assertEquals(1, secrets().sealAll());

        assertFalse(Files.readString(file()).contains("from before"));
        assertEquals(Optional.of("from before"), secrets().find(NORTH, Use.PASSWORD));
        assertEquals(0, secrets().sealAll());
    }

    @Test
    void aSealedSecretOfOneFacilityIsNoneOfAnother() throws Exception {
        secrets().keep(NORTH, Use.PASSWORD, "one");
        Files.move(file(), home.resolve("secrets/south.password"));

        assertEquals(
                "vault.damaged",
                assertThrows(CandelaException.class, () -> secrets().find(new FacilityId("south"), Use.PASSWORD))
                        .code());
    }
}
