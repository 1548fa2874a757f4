package org.candela.net.dimse;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The user information item (PS3.8 Annex D, PS3.7 Annex D.3.3).
 *
 * @param maxLength longest P-DATA-TF its sender takes; 0 for no limit
 * @param window outstanding operations invoked and performed (0 unlimited), 1 and 1 when not negotiated
 * @param opaque sub-items kept as they are: extended (56H), common extended (57H), user identity (58H, 59H)
 */
record UserInformation(
        long maxLength,
        String implementationClass,
        String implementationVersion,
        Window window,
        List<Role> roles,
        List<SubItem> opaque) {
    static final UserInformation NONE = new UserInformation(0, "", "", Window.SYNCHRONOUS, List.of(), List.of());
    static final int EXTENDED = 0x56;
    static final int COMMON_EXTENDED = 0x57;
    static final int USER_IDENTITY = 0x58;
    static final int USER_IDENTITY_ANSWER = 0x59;

    UserInformation {
        roles = List.copyOf(roles);
        opaque = List.copyOf(opaque);
    }

    /** The same with another window. */
    UserInformation within(Window other) {
        return new UserInformation(maxLength, implementationClass, implementationVersion, other, roles, opaque);
    }

    /** Asynchronous operations window (PS3.7 D.3.3.3). */
    record Window(int invoked, int performed) {
        static final Window SYNCHRONOUS = new Window(1, 1);
    }

    /** SCP/SCU role selection (PS3.7 D.3.3.4). */
    record Role(String abstractSyntax, boolean isScu, boolean isScp) {}

    /** A sub-item of which only the length is looked at. */
    record SubItem(int type, byte[] bytes) {

        /** SOP class extended negotiation (PS3.7 D.3.3.5). */
        static SubItem extended(String service, byte[] information) {
            byte[] uid = service.getBytes(StandardCharsets.US_ASCII);
            return new SubItem(
                    EXTENDED,
                    ByteBuffer.allocate(2 + uid.length + information.length)
                            .putShort((short) uid.length)
                            .put(uid)
                            .put(information)
                            .array());
        }

        /** The same, with a positive response requested where it names a user (PS3.7 Table D.3-14). */
        SubItem wantingAnswer() {
            if (type != USER_IDENTITY) {
                return this;
            }
            byte[] wanting = bytes.clone();
            wanting[1] = 1;
            return new SubItem(type, wanting);
        }

        boolean wantsAnswer() {
            return type == USER_IDENTITY && bytes.length > 1 && bytes[1] == 1;
        }

        /** The service-class-application-information, when it is an extended negotiation of {@code service}. */
        Optional<byte[]> informationFor(String service) {
            byte[] uid = service.getBytes(StandardCharsets.US_ASCII);
            boolean isLong = type == EXTENDED && bytes.length >= 2 + uid.length;
            boolean isAbout = isLong
                    && ByteBuffer.wrap(bytes).getShort() == uid.length
                    && Arrays.equals(bytes, 2, 2 + uid.length, uid, 0, uid.length);
            return isAbout ? Optional.of(Arrays.copyOfRange(bytes, 2 + uid.length, bytes.length)) : Optional.empty();
        }
    }
}
