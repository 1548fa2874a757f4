package org.candela.delivery.hl7;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.candela.delivery.Answer;
import org.candela.delivery.hl7.OruMapping.Acknowledgements;
import org.candela.report.Refusal;

/** What was answered so far to one message. One thread. */
// [impl->req~delivery.modes~1]
final class Conversation {
    private final Envelope envelope;
    private final List<Answer.Late> late = new ArrayList<>();
    private int ignored;
    private boolean isInCustody;

    Conversation(Envelope envelope) {
        this.envelope = envelope;
    }

    /** Takes what came; the answer, once there is one. */
    Optional<Answer> hear(String text) {
        Optional<Acknowledgement> read = Acknowledgement.read(text);
        if (read.isEmpty()) {
            ignored++;
            return Optional.empty();
        }
        Acknowledgement acknowledgement = read.orElseThrow();
        if (!acknowledgement.controlId().equals(envelope.controlId())) {
            overhear(acknowledgement, text);
            return Optional.empty();
        }
        return answer(acknowledgement, text);
    }

    /** An acceptance of a message whose attempt was given up counts for that one. */
    private void overhear(Acknowledgement acknowledgement, String text) {
        if (isAcceptance(acknowledgement.code())) {
            late.add(new Answer.Late(acknowledgement.controlId(), text));
        } else {
            ignored++;
        }
    }

    private Optional<Answer> answer(Acknowledgement acknowledgement, String text) {
        if (isAcceptance(acknowledgement.code())) {
            return Optional.of(Answer.accepted(acknowledgement.words(), text).with(late));
        }
        return switch (acknowledgement.code()) {
            case "CA" -> {
                isInCustody = true;
                yield Optional.empty();
            }
            case "AR", "CR" -> Optional.of(refusal(Answer.Kind.REJECTED, acknowledgement));
            default -> {
                boolean isLasting = Refusal.of(acknowledgement.words()).isLasting();
                yield Optional.of(refusal(isLasting ? Answer.Kind.REJECTED : Answer.Kind.ERROR, acknowledgement));
            }
        };
    }

    private boolean isAcceptance(String code) {
        return code.equals("AA") || (code.equals("CA") && envelope.mode() != Acknowledgements.APPLICATION);
    }

    private Answer refusal(Answer.Kind kind, Acknowledgement acknowledgement) {
        return Answer.of(kind, (acknowledgement.code() + " " + acknowledgement.words()).strip())
                .with(late);
    }

    /** There is no answer, since {@code why}. */
    Answer end(String why) {
        String custody = isInCustody ? "; it was taken into custody (CA), what became of it is not known" : "";
        String others = ignored == 0 ? "" : " (" + ignored + " unreadable or to another message)";
        return Answer.of(Answer.Kind.NONE, why + custody + others).with(late);
    }
}
