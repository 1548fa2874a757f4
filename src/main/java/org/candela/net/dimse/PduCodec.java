package org.candela.net.dimse;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** PDUs to bytes and back (PS3.8 §9.3). Pure; every length is checked against what is there. */
// [impl->req~net.dimse.pdus~1]
final class PduCodec {
    static final int HEADER = 6;
    /** More than any real association needs: 128 contexts with their syntaxes and a token. */
    static final int MAX_ASSOCIATE = 1 << 20;

    private static final int AE = 16;
    private static final int FIXED = 68;
    private static final int APPLICATION = 0x10;
    private static final int PROPOSED = 0x20;
    private static final int ANSWERED = 0x21;
    private static final int ABSTRACT = 0x30;
    private static final int TRANSFER = 0x40;
    private static final int USER = 0x50;
    private static final int MAX_CONTEXTS = 128;
    private static final String CONTEXT_NAME = "1.2.840.10008.3.1.1.1";

    private PduCodec() {}

    static byte[] encode(Pdu pdu) {
        byte[] body = body(pdu);
        return ByteBuffer.allocate(HEADER + body.length)
                .put((byte) pdu.type())
                .put((byte) 0)
                .putInt(body.length)
                .put(body)
                .array();
    }

    private static byte[] body(Pdu pdu) {
        if (pdu instanceof Pdu.AssociateRequest request) {
            ByteArrayOutputStream out = associate(request.called(), request.calling());
            request.contexts().forEach(context -> item(out, PROPOSED, proposed(context)));
            item(out, USER, user(request.user()));
            return out.toByteArray();
        }
        if (pdu instanceof Pdu.AssociateAccept accept) {
            ByteArrayOutputStream out = associate(accept.called(), accept.calling());
            accept.contexts().forEach(context -> item(out, ANSWERED, answered(context)));
            item(out, USER, user(accept.user()));
            return out.toByteArray();
        }
        if (pdu instanceof Pdu.DataTransfer data) {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            for (Pdu.Pdv value : data.values()) {
                out.writeBytes(
                        ByteBuffer.allocate(4).putInt(value.bytes().length + 2).array());
                out.write(value.contextId());
                out.write(value.header());
                out.writeBytes(value.bytes());
            }
            return out.toByteArray();
        }
        if (pdu instanceof Pdu.AssociateReject reject) {
            return new byte[] {0, (byte) reject.result(), (byte) reject.source(), (byte) reject.reason()};
        }
        return pdu instanceof Pdu.Abort abort
                ? new byte[] {0, 0, (byte) abort.source(), (byte) abort.reason()}
                : new byte[4];
    }

    private static ByteArrayOutputStream associate(String called, String calling) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(new byte[] {0, 1, 0, 0});
        out.writeBytes(ascii(String.format("%-16s%-16s", called, calling)));
        out.writeBytes(new byte[32]);
        item(out, APPLICATION, ascii(CONTEXT_NAME));
        return out;
    }

    private static byte[] proposed(Pdu.Proposed context) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(new byte[] {(byte) context.id(), 0, 0, 0});
        item(out, ABSTRACT, ascii(context.abstractSyntax()));
        context.transferSyntaxes().forEach(syntax -> item(out, TRANSFER, ascii(syntax)));
        return out.toByteArray();
    }

    private static byte[] answered(Pdu.Answered context) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(new byte[] {(byte) context.id(), 0, (byte) context.result(), 0});
        item(out, TRANSFER, ascii(context.transferSyntax()));
        return out.toByteArray();
    }

    private static byte[] user(UserInformation user) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        item(out, 0x51, ByteBuffer.allocate(4).putInt((int) user.maxLength()).array());
        item(out, 0x52, ascii(user.implementationClass()));
        UserInformation.Window window = user.window();
        if (!window.equals(UserInformation.Window.SYNCHRONOUS)) {
            item(out, 0x53, shorts(window.invoked(), window.performed()));
        }
        for (UserInformation.Role role : user.roles()) {
            byte[] uid = ascii(role.abstractSyntax());
            item(
                    out,
                    0x54,
                    ByteBuffer.allocate(uid.length + 4)
                            .putShort((short) uid.length)
                            .put(uid)
                            .put((byte) (role.isScu() ? 1 : 0))
                            .put((byte) (role.isScp() ? 1 : 0))
                            .array());
        }
        item(out, 0x55, ascii(user.implementationVersion()));
        user.opaque().forEach(sub -> item(out, sub.type(), sub.bytes()));
        return out.toByteArray();
    }

    private static byte[] shorts(int first, int second) {
        return ByteBuffer.allocate(4)
                .putShort((short) first)
                .putShort((short) second)
                .array();
    }

    private static void item(ByteArrayOutputStream out, int type, byte[] bytes) {
        if (bytes.length > 0xFFFF) {
            throw new IllegalArgumentException("an item of " + bytes.length + " bytes is too long to negotiate");
        }
        out.write(type);
        out.write(0);
        out.write(bytes.length >> 8);
        out.write(bytes.length);
        out.writeBytes(bytes);
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    /** The PDU of {@code type} with this body. */
    static Pdu decode(int type, byte[] body) throws PduException {
        ByteBuffer in = ByteBuffer.wrap(body);
        return switch (type) {
            case 1, 2 -> associate(type, in);
            case 3 -> new Pdu.AssociateReject(byteAt(in, 1), byteAt(in, 2), byteAt(in, 3));
            case 4 -> data(in);
            case 5 -> new Pdu.ReleaseRequest();
            case 6 -> new Pdu.ReleaseReply();
            case 7 -> new Pdu.Abort(byteAt(in, 2), byteAt(in, 3));
            default -> throw new PduException(PduException.UNRECOGNIZED_PDU, "PDU type " + type + " is unknown");
        };
    }

    private static int byteAt(ByteBuffer in, int index) throws PduException {
        if (in.limit() <= index) {
            throw invalid("a PDU ends too early");
        }
        return in.get(index) & 0xFF;
    }

    private static Pdu data(ByteBuffer in) throws PduException {
        List<Pdu.Pdv> values = new ArrayList<>();
        while (in.hasRemaining()) {
            int length = in.remaining() < HEADER ? -1 : in.getInt();
            if (length < 2 || length > in.remaining()) {
                throw invalid("a presentation data value has length " + length);
            }
            int id = in.get() & 0xFF;
            int header = in.get() & 0xFF;
            byte[] bytes = new byte[length - 2];
            in.get(bytes);
            values.add(new Pdu.Pdv(id, header, bytes));
        }
        if (values.isEmpty()) {
            throw invalid("a P-DATA-TF without a value");
        }
        return new Pdu.DataTransfer(values);
    }

    private static Pdu associate(int type, ByteBuffer in) throws PduException {
        if (in.remaining() < FIXED) {
            throw invalid("an A-ASSOCIATE PDU is too short");
        }
        boolean isVersion1 = (in.getShort() & 1) != 0;
        in.getShort();
        String called = text(in, AE);
        String calling = text(in, AE);
        in.position(FIXED);
        List<Pdu.Proposed> proposed = new ArrayList<>();
        List<Pdu.Answered> answered = new ArrayList<>();
        String application = "";
        UserInformation user = UserInformation.NONE;
        while (in.hasRemaining()) {
            int item = itemType(in);
            ByteBuffer value = itemValue(in);
            switch (item) {
                case APPLICATION -> application = text(value, value.remaining());
                case PROPOSED -> proposed.add(proposed(value));
                case ANSWERED -> answered.add(answered(value));
                case USER -> user = user(value);
                default -> {} // §9.3.1: unrecognised items are ignored
            }
            if (proposed.size() + answered.size() > MAX_CONTEXTS) {
                throw invalid("more than " + MAX_CONTEXTS + " presentation contexts");
            }
        }
        if (type == 2) {
            return new Pdu.AssociateAccept(called, calling, answered, user);
        }
        if (!isVersion1) { // Table 9-21
            throw new PduException(new Pdu.AssociateReject(1, 2, 2), "protocol version 1 is not on offer");
        }
        if (!application.equals(CONTEXT_NAME)) {
            throw new PduException(new Pdu.AssociateReject(1, 1, 2), "the application context is not DICOM's");
        }
        return new Pdu.AssociateRequest(called, calling, distinct(proposed), user);
    }

    /** §9.3.2.2: the ids are odd, and each stands once. */
    private static List<Pdu.Proposed> distinct(List<Pdu.Proposed> proposed) throws PduException {
        Set<Integer> ids = new HashSet<>();
        for (Pdu.Proposed context : proposed) {
            if (context.id() % 2 == 0 || !ids.add(context.id())) {
                throw invalid("presentation context id " + context.id() + " is even, or stands twice");
            }
        }
        return proposed;
    }

    private static int itemType(ByteBuffer in) throws PduException {
        if (in.remaining() < 4) {
            throw invalid("an item ends too early");
        }
        int type = in.get() & 0xFF;
        in.get();
        return type;
    }

    private static ByteBuffer itemValue(ByteBuffer in) throws PduException {
        int length = in.getShort() & 0xFFFF;
        if (length > in.remaining()) {
            throw invalid("an item declares " + length + " bytes where " + in.remaining() + " are left");
        }
        ByteBuffer value = in.slice().limit(length);
        in.position(in.position() + length);
        return value.slice();
    }

    private static Pdu.Proposed proposed(ByteBuffer in) throws PduException {
        int id = byteAt(in, 0);
        skip(in, 4);
        String abstractSyntax = "";
        List<String> syntaxes = new ArrayList<>();
        while (in.hasRemaining()) {
            int type = itemType(in);
            ByteBuffer value = itemValue(in);
            if (type == ABSTRACT) {
                abstractSyntax = text(value, value.remaining());
            } else if (type == TRANSFER) {
                syntaxes.add(text(value, value.remaining()));
            }
        }
        return new Pdu.Proposed(id, abstractSyntax, syntaxes);
    }

    private static Pdu.Answered answered(ByteBuffer in) throws PduException {
        int id = byteAt(in, 0);
        int result = byteAt(in, 2);
        skip(in, 4);
        String syntax = "";
        while (in.hasRemaining()) {
            int type = itemType(in);
            ByteBuffer value = itemValue(in);
            syntax = type == TRANSFER ? text(value, value.remaining()) : syntax;
        }
        return new Pdu.Answered(id, result, syntax);
    }

    private static UserInformation user(ByteBuffer in) throws PduException {
        long maxLength = 0;
        String implementation = "";
        String version = "";
        UserInformation.Window window = UserInformation.Window.SYNCHRONOUS;
        List<UserInformation.Role> roles = new ArrayList<>();
        List<UserInformation.SubItem> opaque = new ArrayList<>();
        while (in.hasRemaining()) {
            int type = itemType(in);
            ByteBuffer value = itemValue(in);
            switch (type) {
                case 0x51 -> maxLength = need(value, 4).getInt() & 0xFFFFFFFFL;
                case 0x52 -> implementation = text(value, value.remaining());
                case 0x53 ->
                    window = new UserInformation.Window(need(value, 4).getShort() & 0xFFFF, value.getShort() & 0xFFFF);
                case 0x54 -> roles.add(role(value));
                case 0x55 -> version = text(value, value.remaining());
                default -> {
                    byte[] bytes = new byte[value.remaining()];
                    value.get(bytes);
                    opaque.add(new UserInformation.SubItem(type, bytes));
                }
            }
        }
        return new UserInformation(maxLength, implementation, version, window, roles, opaque);
    }

    private static UserInformation.Role role(ByteBuffer in) throws PduException {
        int length = need(in, 2).getShort() & 0xFFFF;
        String uid = text(need(in, length + 2), length);
        return new UserInformation.Role(uid, in.get() != 0, in.get() != 0);
    }

    private static ByteBuffer need(ByteBuffer in, int count) throws PduException {
        if (in.remaining() < count) {
            throw invalid("a sub-item ends too early");
        }
        return in;
    }

    private static void skip(ByteBuffer in, int count) throws PduException {
        need(in, count).position(in.position() + count);
    }

    /** Text without the padding that some writers add to UIDs as well. */
    private static String text(ByteBuffer in, int count) {
        byte[] bytes = new byte[count];
        in.get(bytes);
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        int end = text.length();
        while (end > 0 && text.charAt(end - 1) <= ' ') {
            end--;
        }
        return text.substring(0, end).stripLeading();
    }

    private static PduException invalid(String message) {
        return new PduException(PduException.INVALID_PARAMETER, message);
    }
}
