package org.candela.facility;

import java.util.Locale;
import java.util.regex.Pattern;
import org.candela.facility.Secrets.Use;

// [impl->req~facility.secret-names~1]
/**
 * Under which name a secret is kept: of a facility, or of this workstation towards something that is no facility.
 *
 * @param owner as {@code "north-clinic"} or {@code "workstation.audit-repository"}; no facility has a dot in its id
 */
public record SecretName(String owner, Use use) {
    private static final Pattern FORM = Pattern.compile("(workstation\\.)?[a-z0-9][a-z0-9-]{0,31}");
    private static final String WORKSTATION = "workstation.";

    public SecretName {
        if (!FORM.matcher(owner).matches()) {
            throw new IllegalArgumentException("no owner of a secret: \"" + owner + "\"");
        }
    }

    /** Of a facility. */
    public static SecretName of(FacilityId facility, Use use) {
        return new SecretName(facility.value(), use);
    }

    /** Of this workstation, towards what has this short name. */
    public static SecretName ofWorkstation(String towards, Use use) {
        return new SecretName(WORKSTATION + towards, use);
    }

    /** In its folder; what is sealed opens under this name alone. */
    String file() {
        return owner + "." + use.name().toLowerCase(Locale.ROOT);
    }

    /** The variable that is asked before the file, as {@code CANDELA_PASSWORD_NORTH_CLINIC}. */
    public String variable() {
        String name = owner.startsWith(WORKSTATION) ? owner.substring(WORKSTATION.length()) : owner;
        return "CANDELA_" + use + "_" + name.toUpperCase(Locale.ROOT).replace('-', '_');
    }

    @Override
    public String toString() {
        return owner.startsWith(WORKSTATION) ? owner.substring(WORKSTATION.length()) : "facility " + owner;
    }
}
