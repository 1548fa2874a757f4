package org.candela.worklist;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.candela.facility.ReadingPriority;
import org.candela.study.Patient;
import org.candela.study.StudyIdentity;
import org.candela.study.StudySummary;

/**
 * Lets rows share what many of them say: descriptions, issuers, physicians, modalities. Safe from any thread.
 *
 * <p>Bounded: beyond {@value #MAX_WORDS} different ones, further ones are kept by each row for itself.
 */
final class SharedWords {
    private static final int MAX_WORDS = 20_000;

    private final Map<Object, Object> known = new ConcurrentHashMap<>();
    private final Map<ReadingPriority, Optional<ReadingPriority>> priorities = new EnumMap<>(ReadingPriority.class);

    SharedWords() {
        for (ReadingPriority priority : ReadingPriority.values()) {
            priorities.put(priority, Optional.of(priority));
        }
    }

    /** The same study, equal in all, made of shared words. */
    StudySummary shared(StudySummary study) {
        StudyIdentity identity = study.identity();
        return new StudySummary(
                new StudyIdentity(
                        identity.uid(),
                        shared(identity.patient()),
                        identity.accessionNumber(),
                        identity.dateTime(),
                        one(identity.description()),
                        one(identity.referringPhysician())),
                one(study.facility()),
                this.<Set<String>>one(study.modalities()),
                study.instanceCount(),
                study.priority().flatMap(priority -> priorities.getOrDefault(priority, study.priority())),
                study.receivedAt(),
                one(study.place()));
    }

    private Patient shared(Patient patient) {
        return new Patient(
                patient.id(), one(patient.issuer()), patient.name(), patient.birthDate(), one(patient.sex()));
    }

    @SuppressWarnings("unchecked") // what is equal to a value and stands for it is of its class
    private <T> T one(T value) {
        Object shared = known.get(value);
        if (shared == null && known.size() < MAX_WORDS) {
            shared = known.putIfAbsent(value, value);
        }
        return shared == null ? value : (T) shared;
    }
}
