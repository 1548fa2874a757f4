package org.candela.net.dimse;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Which presentation contexts and roles we accept as provider (PS3.8 §9.3.3.2, PS3.7 D.3.3.4). Pure. */
// [impl->req~net.dimse.negotiation~1]
final class Acceptance {
    private static final int ACCEPTED = 0;
    private static final int NO_SUCH_SERVICE = 3;
    private static final int NO_SUCH_SYNTAX = 4;
    /** Services whose provider opens the association: it reports to us, who are the user. */
    private static final List<String> EVENTS =
            List.of(Contexts.COMMITMENT, Contexts.UPS_EVENT, Contexts.MPPS_NOTIFICATION);

    private static final List<String> STORABLE =
            StorageClasses.syntaxes().stream().map(uid -> uid.value()).toList();
    /** We take what comes in turn, so that a peer may send ahead of our answers, within what TCP holds back. */
    private static final int MOST_AHEAD = 64;

    private Acceptance() {}

    static Pdu.AssociateAccept of(Pdu.AssociateRequest request) {
        List<Pdu.Answered> answers = new ArrayList<>();
        for (Pdu.Proposed offer : request.contexts()) {
            Optional<String> syntax = offer.transferSyntaxes().stream()
                    .filter(syntaxesOf(offer.abstractSyntax())::contains)
                    .findFirst();
            int result = syntaxesOf(offer.abstractSyntax()).isEmpty()
                    ? NO_SUCH_SERVICE
                    : syntax.isEmpty() ? NO_SUCH_SYNTAX : ACCEPTED;
            answers.add(new Pdu.Answered(offer.id(), result, syntax.orElse(Contexts.UNCOMPRESSED.get(1))));
        }
        return new Pdu.AssociateAccept(request.called(), request.calling(), answers, user(request.user()));
    }

    private static List<String> syntaxesOf(String service) {
        if (StorageClasses.isStorage(service)) {
            return STORABLE;
        }
        return service.equals(Contexts.VERIFICATION) || EVENTS.contains(service) ? Contexts.UNCOMPRESSED : List.of();
    }

    private static UserInformation user(UserInformation proposed) {
        List<UserInformation.Role> roles = proposed.roles().stream()
                .filter(role -> !syntaxesOf(role.abstractSyntax()).isEmpty())
                .map(Acceptance::role)
                .toList();
        UserInformation.Window window = proposed.window();
        int ahead = window.invoked() == 0 ? MOST_AHEAD : Math.min(window.invoked(), MOST_AHEAD);
        return Contexts.ourselves(roles, List.of()).within(new UserInformation.Window(ahead, 1));
    }

    /** A peer stores as user, and reports events as provider. */
    private static UserInformation.Role role(UserInformation.Role proposed) {
        boolean isEvent = EVENTS.contains(proposed.abstractSyntax());
        return new UserInformation.Role(
                proposed.abstractSyntax(), proposed.isScu() && !isEvent, proposed.isScp() && isEvent);
    }
}
