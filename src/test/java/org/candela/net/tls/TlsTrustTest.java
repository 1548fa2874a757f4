package org.candela.net.tls;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import javax.net.ssl.SSLParameters;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TlsTrustTest {
    private static final String PIN = "AB:".repeat(31) + "CD";

    // [utest->req~net.tls.profile~1]
    @Test
    void onlySuitesWithForwardSecrecyAndAuthenticatedEncryptionAreOffered() throws Exception {
        SSLParameters parameters = TlsTrust.parameters(TlsTrust.standard().context(Clock.systemUTC()));

        List<String> suites = Arrays.asList(parameters.getCipherSuites());
        assertEquals(List.of("TLSv1.3", "TLSv1.2"), Arrays.asList(parameters.getProtocols()));
        assertTrue(suites.contains("TLS_AES_128_GCM_SHA256"), suites.toString());
        assertTrue(suites.contains("TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256"), suites.toString());
        assertFalse(suites.stream()
                .anyMatch(suite -> suite.contains("_CBC_") || suite.startsWith("TLS_RSA") || suite.contains("NULL")));
    }

    // [utest->req~net.tls.pins~1]
    @Test
    void fingerprintsAreReadWithAndWithoutColons() {
        assertEquals("ab".repeat(31) + "cd", TlsTrust.plain(PIN));
        assertTrue(TlsTrust.standard().pinning(List.of(PIN)).isPinned());
        assertFalse(TlsTrust.standard().pinning(List.of()).isPinned());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "ab", "AB:CD", "zz"})
    void whatIsNoFingerprintIsRefused(String text) {
        assertThrows(IllegalArgumentException.class, () -> TlsTrust.standard().pinning(List.of(text)));
    }
}
