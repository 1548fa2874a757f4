package org.candela.net.dimse;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.candela.base.Uid;
import org.candela.dicom.TransferSyntax;
import org.candela.dicom.UID;

// [impl->req~net.dimse.statement~1]
/** What an association is to be good for: presentation contexts, roles and user identity. Built by one thread. */
public final class Contexts {
    static final String VERIFICATION = "1.2.840.10008.1.1";
    static final String STUDY_FIND = "1.2.840.10008.5.1.4.1.2.2.1";
    static final String STUDY_MOVE = "1.2.840.10008.5.1.4.1.2.2.2";
    static final String STUDY_GET = "1.2.840.10008.5.1.4.1.2.2.3";
    static final String PATIENT_FIND = "1.2.840.10008.5.1.4.1.2.1.1";
    static final String WORKLIST = "1.2.840.10008.5.1.4.31";
    static final String UPS_PUSH = "1.2.840.10008.5.1.4.34.6.1";
    static final String UPS_PULL = "1.2.840.10008.5.1.4.34.6.3";
    static final String UPS_WATCH = "1.2.840.10008.5.1.4.34.6.2";
    static final String UPS_EVENT = "1.2.840.10008.5.1.4.34.6.4";
    static final String MPPS_NOTIFICATION = "1.2.840.10008.3.1.2.3.5";
    static final String MPPS_RETRIEVE = "1.2.840.10008.3.1.2.3.4";
    static final String COMMITMENT = "1.2.840.10008.1.20.1";
    static final List<String> UNCOMPRESSED = List.of(
            TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN.uid().value(),
            TransferSyntax.IMPLICIT_VR_LITTLE_ENDIAN.uid().value());
    private static final int MOST = 128;
    private static final int USER = 1;
    private static final int USER_AND_PASSCODE = 2;
    private static final int JSON_WEB_TOKEN = 5;
    private static final String VERSION = "CANDELA";

    private final List<Pdu.Proposed> offers = new ArrayList<>();
    private final List<UserInformation.Role> roles = new ArrayList<>();
    private final List<UserInformation.SubItem> opaque = new ArrayList<>();

    private Contexts() {}

    /** C-ECHO. */
    public static Contexts verification() {
        return new Contexts().offer(VERIFICATION, UNCOMPRESSED);
    }

    /** C-FIND over studies, patients, the modality worklist and procedure steps. */
    public static Contexts queries() {
        Contexts contexts = new Contexts();
        List.of(STUDY_FIND, PATIENT_FIND, WORKLIST, UPS_PULL, UPS_PUSH, UPS_WATCH)
                .forEach(service -> contexts.offer(service, UNCOMPRESSED));
        return contexts;
    }

    /** C-MOVE. */
    public static Contexts moves() {
        return new Contexts().offer(STUDY_MOVE, UNCOMPRESSED);
    }

    /** C-GET, with us as storage provider of the classes; as many as an association can hold. */
    public static Contexts gets(Collection<Uid> storageClasses, Collection<Uid> transferSyntaxes) {
        Contexts contexts = new Contexts().offer(STUDY_GET, UNCOMPRESSED);
        List<String> syntaxes = transferSyntaxes.stream().map(Uid::value).toList();
        for (Uid storage : storageClasses) {
            if (contexts.offers.size() < MOST) {
                contexts.offer(storage.value(), syntaxes);
                contexts.roles.add(new UserInformation.Role(storage.value(), false, true));
            }
        }
        return contexts;
    }

    /** C-ECHO, C-STORE of the classes uncompressed, and commitment of storage: to see what a peer agrees to. */
    public static Contexts storesAsked(Collection<Uid> storageClasses) {
        Contexts contexts = verification();
        storageClasses.forEach(storage -> contexts.offer(storage.value(), UNCOMPRESSED));
        return contexts.offer(COMMITMENT, UNCOMPRESSED);
    }

    /** C-STORE: one context for each class and syntax, so that the peer can take either. */
    static Contexts stores(Map<String, Set<String>> syntaxesByClass) {
        Contexts contexts = new Contexts();
        syntaxesByClass.forEach((storage, syntaxes) -> syntaxes.forEach(syntax -> {
            if (contexts.offers.size() < MOST) {
                contexts.offer(storage, List.of(syntax));
            }
        }));
        return contexts;
    }

    /** Reading of a performed procedure step, of procedure steps, and commitment of storage (N-services). */
    public static Contexts normalized() {
        Contexts contexts = new Contexts();
        List.of(MPPS_RETRIEVE, UPS_PUSH, UPS_PULL, UPS_WATCH, COMMITMENT)
                .forEach(service -> contexts.offer(service, UNCOMPRESSED));
        return contexts;
    }

    /** Names the user to the peer, without a proof (PS3.7 D.3.3.7, type 1). */
    public Contexts as(String user) {
        return identity(USER, user.getBytes(StandardCharsets.UTF_8), new byte[0]);
    }

    /** Names the user to the peer (PS3.7 D.3.3.7, type 2). */
    public Contexts as(String user, String passcode) {
        byte[] name = user.getBytes(StandardCharsets.UTF_8);
        byte[] secret = passcode.getBytes(StandardCharsets.UTF_8);
        return identity(USER_AND_PASSCODE, name, secret);
    }

    /** Names the user by a token that is passed on as it is: 3 a Kerberos ticket, 4 a SAML assertion, 5 a JSON web token. */
    public Contexts token(int type, byte[] token) {
        if (type <= USER_AND_PASSCODE || type > JSON_WEB_TOKEN) {
            throw new IllegalArgumentException("no type of token: " + type);
        }
        return identity(type, token, new byte[0]);
    }

    /**
     * Asks the peer to say that it knows the user, who was named before (PS3.7 D.3.3.7.2): with one that does not say so there
     * is no association.
     */
    public Contexts confirmed() {
        if (opaque.stream().noneMatch(item -> item.type() == UserInformation.USER_IDENTITY)) {
            throw new IllegalStateException("nobody was named");
        }
        opaque.replaceAll(UserInformation.SubItem::wantingAnswer);
        return this;
    }

    /**
     * Asks for relational queries and retrievals, fuzzy matching of names and nothing else (PS3.4 C.5.1.1, C.5.2.1,
     * C.5.3.1); {@link ServiceUser#isRelational} tells the answer.
     */
    public Contexts relational() {
        for (Pdu.Proposed offer : offers) {
            boolean isFind = offer.abstractSyntax().equals(STUDY_FIND)
                    || offer.abstractSyntax().equals(PATIENT_FIND);
            boolean isRetrieve = offer.abstractSyntax().equals(STUDY_MOVE)
                    || offer.abstractSyntax().equals(STUDY_GET);
            if (isFind || isRetrieve) {
                byte[] asked = isFind ? new byte[] {1, 0, 1} : new byte[] {1};
                opaque.add(UserInformation.SubItem.extended(offer.abstractSyntax(), asked));
            }
        }
        return this;
    }

    private Contexts identity(int type, byte[] primary, byte[] secondary) {
        byte[] item = ByteBuffer.allocate(6 + primary.length + secondary.length)
                .put((byte) type)
                .put((byte) 0)
                .putShort((short) primary.length)
                .put(primary)
                .putShort((short) secondary.length)
                .put(secondary)
                .array();
        opaque.add(new UserInformation.SubItem(UserInformation.USER_IDENTITY, item));
        return this;
    }

    private Contexts offer(String service, List<String> syntaxes) {
        offers.add(new Pdu.Proposed(offers.size() * 2 + 1, service, syntaxes));
        return this;
    }

    Pdu.AssociateRequest request(DimseEndpoint endpoint) {
        return new Pdu.AssociateRequest(endpoint.called(), endpoint.calling(), offers, ourselves(roles, opaque));
    }

    static UserInformation ourselves(List<UserInformation.Role> roles, List<UserInformation.SubItem> opaque) {
        return new UserInformation(
                Association.MAX_DATA,
                UID.Implementation.value(),
                VERSION,
                UserInformation.Window.SYNCHRONOUS,
                roles,
                opaque);
    }
}
