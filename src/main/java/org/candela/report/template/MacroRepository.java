package org.candela.report.template;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.candela.store.Row;
import org.candela.store.StoreException;
import org.candela.store.Tx;

/** The table {@code report_macro}. */
final class MacroRepository {
    private MacroRepository() {}

    static List<Macro> of(Tx tx, Holder holder) throws StoreException {
        return tx.query(
                "SELECT name, shortcut, text, modality, words, sex, ages FROM report_macro"
                        + " WHERE layer = ? AND owner = ? ORDER BY name",
                row -> new Macro(row.string("name"), row.string("shortcut"), row.string("text"), use(row), holder),
                holder.layer().name(),
                holder.name());
    }

    static void keep(Tx tx, Macro macro, Instant now) throws StoreException {
        tx.update(
                "INSERT OR REPLACE INTO report_macro"
                        + " (layer, owner, name_key, name, shortcut, text, modality, words, sex, ages, saved_at)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                macro.holder().layer().name(),
                macro.holder().name(),
                macro.key(),
                macro.name(),
                macro.shortcut(),
                macro.text(),
                TemplateRepository.joined(macro.use().modalities()),
                TemplateRepository.joined(macro.use().bodyParts()),
                macro.use().sex(),
                macro.use().ages().inWords(),
                now);
    }

    static boolean remove(Tx tx, Holder holder, String name) throws StoreException {
        return tx.update(
                        "DELETE FROM report_macro WHERE layer = ? AND owner = ? AND name_key = ?",
                        holder.layer().name(),
                        holder.name(),
                        name.strip().toLowerCase(Locale.ROOT))
                > 0;
    }

    private static TemplateUse use(Row row) throws StoreException {
        return new TemplateUse(
                TemplateRepository.split(row.string("modality")),
                TemplateRepository.split(row.string("words")),
                Set.of(),
                "",
                row.string("sex"),
                AgeRange.of(row.string("ages")));
    }
}
