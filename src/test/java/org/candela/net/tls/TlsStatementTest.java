package org.candela.net.tls;

import java.time.Clock;
import java.util.Arrays;
import java.util.stream.Collectors;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import org.candela.Statement;
import org.junit.jupiter.api.Test;

/** The TLS table of the conformance statement. */
class TlsStatementTest {
    // [utest->req~net.tls.statement~1]
    @Test
    void versionsAndSuites() throws Exception {
        SSLContext context = TlsTrust.standard().context(Clock.systemUTC());
        SSLParameters parameters = TlsTrust.parameters(context);
        new Statement.Table("what", "value")
                .row("Versions", String.join(", ", parameters.getProtocols()))
                .row(
                        "Cipher suites",
                        Arrays.stream(parameters.getCipherSuites()).sorted().collect(Collectors.joining("<br>")))
                .check("tls");
    }
}
