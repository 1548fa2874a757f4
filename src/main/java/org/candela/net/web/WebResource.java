package org.candela.net.web;

import org.candela.base.Uid;
import org.candela.net.web.DicomWebClient.InstanceAddress;

/**
 * A study, a series or an instance of a service (PS3.18 Table 10.1.1-1).
 *
 * @param path below the root of the service
 */
public record WebResource(String path) {
    public WebResource {
        if (!path.matches("(/[A-Za-z0-9.]+)+")) {
            throw new IllegalArgumentException("not a path of a resource");
        }
    }

    public static WebResource study(Uid study) {
        return new WebResource("/studies/" + study);
    }

    public static WebResource series(Uid study, Uid series) {
        return new WebResource("/studies/" + study + "/series/" + series);
    }

    public static WebResource instance(InstanceAddress address) {
        return new WebResource(address.path());
    }
}
