package org.candela.facility;

import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.candela.store.Row;
import org.candela.store.StoreException;
import org.candela.store.Tx;

/** The table {@code facility}. */
final class FacilityRepository {
    private FacilityRepository() {}

    static void save(Tx tx, Facility facility) throws StoreException {
        tx.update(
                "INSERT INTO facility (id, name, dicom_web, mllp_host, mllp_port, mllp_receiving_application,"
                        + " mllp_receiving_facility, turnaround_stat_seconds, turnaround_urgent_seconds,"
                        + " turnaround_routine_seconds, states, qa_profile, is_demo,"
                        + " sign_in, sign_in_user, sign_in_issuer, sign_in_scope, pins, certificate,"
                        + " department, reading_room, responsible, responsible_mail, responsible_phone,"
                        + " export_recipient)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
                        + " ON CONFLICT (id) DO UPDATE SET name = excluded.name, dicom_web = excluded.dicom_web,"
                        + " mllp_host = excluded.mllp_host, mllp_port = excluded.mllp_port,"
                        + " mllp_receiving_application = excluded.mllp_receiving_application,"
                        + " mllp_receiving_facility = excluded.mllp_receiving_facility,"
                        + " turnaround_stat_seconds = excluded.turnaround_stat_seconds,"
                        + " turnaround_urgent_seconds = excluded.turnaround_urgent_seconds,"
                        + " turnaround_routine_seconds = excluded.turnaround_routine_seconds,"
                        + " states = excluded.states, qa_profile = excluded.qa_profile, is_demo = excluded.is_demo,"
                        + " sign_in = excluded.sign_in, sign_in_user = excluded.sign_in_user,"
                        + " sign_in_issuer = excluded.sign_in_issuer, sign_in_scope = excluded.sign_in_scope,"
                        + " pins = excluded.pins, certificate = excluded.certificate,"
                        + " department = excluded.department, reading_room = excluded.reading_room,"
                        + " responsible = excluded.responsible, responsible_mail = excluded.responsible_mail,"
                        + " responsible_phone = excluded.responsible_phone,"
                        + " export_recipient = excluded.export_recipient",
                facility.id().value(),
                facility.name(),
                facility.dicomWeb().toString(),
                facility.mllp().map(MllpEndpoint::host),
                facility.mllp().map(MllpEndpoint::port),
                facility.mllp().map(MllpEndpoint::receivingApplication),
                facility.mllp().map(MllpEndpoint::receivingFacility),
                facility.turnaround().stat().toSeconds(),
                facility.turnaround().urgent().toSeconds(),
                facility.turnaround().routine().toSeconds(),
                String.join(" ", new TreeSet<>(facility.states())),
                facility.qaProfile(),
                facility.isDemo(),
                facility.access().signIn().way().name(),
                facility.access().signIn().user(),
                facility.access().signIn().issuer(),
                facility.access().signIn().scope(),
                String.join(" ", facility.access().pins()),
                facility.access().certificate(),
                facility.contact().department(),
                facility.contact().room(),
                facility.contact().responsible(),
                facility.contact().mail(),
                facility.contact().phone(),
                facility.contact().exportRecipient());
        tx.update(
                "DELETE FROM facility_ended WHERE facility_id = ?",
                facility.id().value());
    }

    static Optional<Facility> find(Tx tx, FacilityId id) throws StoreException {
        return tx.one("SELECT * FROM facility WHERE id = ?", FacilityRepository::read, id.value());
    }

    static List<Facility> list(Tx tx) throws StoreException {
        return tx.query(
                "SELECT * FROM facility WHERE id NOT IN (SELECT facility_id FROM facility_ended) ORDER BY name, id",
                FacilityRepository::read);
    }

    private static Facility read(Row row) throws StoreException {
        return new Facility(
                new FacilityId(row.string("id")),
                row.string("name"),
                URI.create(row.string("dicom_web")),
                readMllp(row),
                new Turnaround(
                        seconds(row, "turnaround_stat_seconds"),
                        seconds(row, "turnaround_urgent_seconds"),
                        seconds(row, "turnaround_routine_seconds")),
                Set.copyOf(words(row.string("states"))),
                row.string("qa_profile"),
                readAccess(row),
                readContact(row),
                row.flag("is_demo"));
    }

    private static Optional<MllpEndpoint> readMllp(Row row) throws StoreException {
        Optional<String> host = row.optionalString("mllp_host");
        if (host.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new MllpEndpoint(
                host.orElseThrow(),
                row.intValue("mllp_port"),
                row.string("mllp_receiving_application"),
                row.string("mllp_receiving_facility")));
    }

    private static Duration seconds(Row row, String column) throws StoreException {
        return Duration.ofSeconds(row.longValue(column));
    }

    private static Access readAccess(Row row) throws StoreException {
        SignIn signIn = new SignIn(
                SignIn.Way.valueOf(row.string("sign_in")),
                row.string("sign_in_user"),
                row.string("sign_in_issuer"),
                row.string("sign_in_scope"));
        return new Access(signIn, words(row.string("pins")), row.string("certificate"));
    }

    private static Contact readContact(Row row) throws StoreException {
        return new Contact(
                row.string("department"),
                row.string("reading_room"),
                row.string("responsible"),
                row.string("responsible_mail"),
                row.string("responsible_phone"),
                row.string("export_recipient"));
    }

    private static List<String> words(String text) {
        return Arrays.stream(text.split(" ")).filter(word -> !word.isEmpty()).toList();
    }
}
