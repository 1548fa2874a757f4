package org.candela.report.template;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.candela.store.Row;
import org.candela.store.StoreException;
import org.candela.store.Tx;

/** The tables {@code report_template} and {@code template_default}. */
final class TemplateRepository {
    private TemplateRepository() {}

    static List<ShelvedTemplate> inForce(Tx tx, Holder holder) throws StoreException {
        List<ShelvedTemplate> templates = new ArrayList<>();
        for (Kept kept : tx.query(
                "SELECT version, html FROM report_template"
                        + " WHERE layer = ? AND owner = ? AND retired_at IS NULL ORDER BY title, version",
                Kept::of,
                holder.layer().name(),
                holder.name())) {
            templates.add(new ShelvedTemplate(kept.template(), holder));
        }
        return templates;
    }

    static Optional<Template> version(Tx tx, long version) throws StoreException {
        Optional<Kept> kept = tx.one("SELECT version, html FROM report_template WHERE version = ?", Kept::of, version);
        return kept.isPresent() ? Optional.of(kept.orElseThrow().template()) : Optional.empty();
    }

    static long keep(Tx tx, Holder holder, Template template, Instant now) throws StoreException {
        retire(tx, holder, template.id(), now);
        tx.update(
                "INSERT INTO report_template (layer, owner, identifier, title, html, saved_at) VALUES (?, ?, ?, ?, ?, ?)",
                holder.layer().name(),
                holder.name(),
                template.id(),
                template.title(),
                MrrtWriter.write(template),
                now);
        return tx.one("SELECT max(version) AS version FROM report_template", row -> row.longValue("version"))
                .orElseThrow();
    }

    static boolean retire(Tx tx, Holder holder, String identifier, Instant now) throws StoreException {
        return tx.update(
                        "UPDATE report_template SET retired_at = ?"
                                + " WHERE layer = ? AND owner = ? AND identifier = ? AND retired_at IS NULL",
                        now,
                        holder.layer().name(),
                        holder.name(),
                        identifier)
                > 0;
    }

    static List<TemplateDefault> defaults(Tx tx, Holder holder) throws StoreException {
        return tx.query(
                "SELECT modality, words, sex, ages, identifier FROM template_default WHERE layer = ? AND owner = ?"
                        + " ORDER BY modality, words, sex, ages",
                row -> new TemplateDefault(holder, use(row), row.string("identifier")),
                holder.layer().name(),
                holder.name());
    }

    static void prefer(Tx tx, TemplateDefault preferred) throws StoreException {
        TemplateUse use = preferred.use();
        tx.update(
                "INSERT OR REPLACE INTO template_default (layer, owner, modality, words, sex, ages, identifier)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?)",
                preferred.holder().layer().name(),
                preferred.holder().name(),
                joined(use.modalities()),
                joined(use.bodyParts()),
                use.sex(),
                use.ages().inWords(),
                preferred.identifier());
    }

    static boolean forget(Tx tx, Holder holder, TemplateUse use) throws StoreException {
        return tx.update(
                        "DELETE FROM template_default"
                                + " WHERE layer = ? AND owner = ? AND modality = ? AND words = ? AND sex = ? AND ages = ?",
                        holder.layer().name(),
                        holder.name(),
                        joined(use.modalities()),
                        joined(use.bodyParts()),
                        use.sex(),
                        use.ages().inWords())
                > 0;
    }

    private static TemplateUse use(Row row) throws StoreException {
        return new TemplateUse(
                split(row.string("modality")),
                split(row.string("words")),
                Set.of(),
                "",
                row.string("sex"),
                AgeRange.of(row.string("ages")));
    }

    static String joined(Set<String> words) {
        return String.join(",", words);
    }

    static Set<String> split(String words) {
        return words.isEmpty() ? Set.of() : Set.of(words.split(","));
    }

    /** A row: the document as it was kept. */
    private record Kept(long version, String html) {
        static Kept of(Row row) throws StoreException {
            return new Kept(row.longValue("version"), row.string("html"));
        }

        Template template() throws StoreException {
            try {
                Template template = MrrtReader.read("version " + version, html);
                return template.withId(TemplateVersion.id(template.id(), version));
            } catch (TemplateException e) {
                throw new StoreException(
                        "report.template-damaged", "template version " + version + " cannot be read", e);
            }
        }
    }
}
