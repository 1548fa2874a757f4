package org.candela.readiness.link;

import java.util.Optional;
import org.candela.readiness.Routes;
import org.candela.readiness.Routes.Route;

/** A guided test of the backup link: it counts once the default route is another one, and the one on file. A value. */
// [impl->req~readiness.backup~1]
public record BackupDrill(Route before, LinkBook.Backup backup) {
    /**
     * Begins over the first link.
     *
     * @throws LinkException {@code link.no-route} where the system does not tell, {@code link.on-backup} where the backup is in use
     */
    public static BackupDrill begin(Optional<Routes> now, LinkBook.Backup backup) throws LinkException {
        Route route = now.flatMap(Routes::wayOut)
                .orElseThrow(() -> new LinkException(
                        "link.no-route", "this system tells no default route; the backup cannot be seen to be in use"));
        if (matches(route, backup)) {
            throw new LinkException(
                    "link.on-backup", "the backup link is in use already; go back to the first link, then begin again");
        }
        return new BackupDrill(route, backup);
    }

    /** The route of the backup once it is in use; empty while it is not. */
    public Optional<Route> switched(Optional<Routes> now) {
        return now.flatMap(Routes::wayOut)
                .filter(route -> !route.device().equals(before.device()) || route.gateway() != before.gateway())
                .filter(route -> matches(route, backup));
    }

    private static boolean matches(Route route, LinkBook.Backup backup) {
        return (backup.device().isBlank() || backup.device().equals(route.device()))
                && (backup.gateway().isBlank() || backup.gateway().equals(route.gatewayText()));
    }

    /** A route as it is kept. */
    public static String text(Route route) {
        return route.device() + (route.gateway() == 0 ? "" : " by " + route.gatewayText());
    }
}
