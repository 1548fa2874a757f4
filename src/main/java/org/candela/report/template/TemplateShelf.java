package org.candela.report.template;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.candela.store.Database;
import org.candela.store.StoreException;
import org.candela.store.Tx;

/**
 * The templates of this workstation: those shipped, those of facilities, those of the reader. Each import is a version of its
 * own and is never changed, so that a draft stands on the form it was begun on. Any thread; blocks on the disk.
 */
// [impl->req~template.shelf~1]
public final class TemplateShelf implements TemplateSupply {
    private final String reader;
    private final Clock clock;
    private final Templates shipped;

    /**
     * The shelf as one reader sees it.
     *
     * @param reader the reader's id
     * @throws TemplateException when what is shipped cannot be read, which a test prevents
     */
    public TemplateShelf(String reader, Clock clock) throws TemplateException {
        this.reader = reader;
        this.clock = clock;
        this.shipped = Templates.shipped();
    }

    @Override
    public Templates at(Tx tx, String facility) throws StoreException {
        List<ShelvedTemplate> templates = new ArrayList<>(TemplateRepository.inForce(tx, Holder.reader(reader)));
        List<TemplateDefault> defaults = new ArrayList<>(TemplateRepository.defaults(tx, Holder.reader(reader)));
        if (!facility.isBlank()) {
            templates.addAll(TemplateRepository.inForce(tx, Holder.facility(facility)));
            defaults.addAll(TemplateRepository.defaults(tx, Holder.facility(facility)));
        }
        templates.addAll(shipped.shelved());
        return new Templates(templates, defaults);
    }

    @Override
    public Optional<Template> version(Tx tx, String templateId) throws StoreException {
        long version = TemplateVersion.version(templateId);
        return version == 0 ? shipped.withId(templateId) : TemplateRepository.version(tx, version);
    }

    /**
     * Keeps a document; an earlier version of the same identifier and holder is in force no more.
     *
     * @param source names the document in errors
     * @throws TemplateException when it cannot be read
     */
    public ImportedTemplate take(Database database, Holder holder, String source, String html)
            throws TemplateException, StoreException {
        ImportedTemplate read = MrrtReader.imported(source, html);
        if (holder.layer() == Layer.SHIPPED) {
            throw new TemplateException(source, "belongs to a reader or a facility, not to the program");
        }
        long version = database.write(tx -> TemplateRepository.keep(tx, holder, read.template(), clock.instant()));
        return new ImportedTemplate(
                read.template().withId(TemplateVersion.id(read.template().id(), version)), read.notes());
    }

    /** The template as an MRRT document, under its identifier without a version. */
    public static String written(Template template) {
        return MrrtWriter.write(template.withId(TemplateVersion.identifier(template.id())));
    }

    /** Takes a template out of force; drafts that stand on it keep it. Whether there was one. */
    public boolean retire(Database database, Holder holder, String identifier) throws StoreException {
        return database.write(tx -> TemplateRepository.retire(tx, holder, identifier, clock.instant()));
    }

    /** From now on this template is the one for these studies. */
    public void prefer(Database database, TemplateDefault preferred) throws StoreException {
        database.write(tx -> {
            TemplateRepository.prefer(tx, preferred);
            return true;
        });
    }

    /** Forgets what was said of these studies. Whether anything was. */
    public boolean forget(Database database, Holder holder, TemplateUse use) throws StoreException {
        return database.write(tx -> TemplateRepository.forget(tx, holder, use));
    }
}
