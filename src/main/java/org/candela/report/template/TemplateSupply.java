package org.candela.report.template;

import java.util.Optional;
import org.candela.store.StoreException;
import org.candela.store.Tx;

/** Where reports get their templates from. */
public interface TemplateSupply {
    /** The templates in force for a facility's reports now. */
    Templates at(Tx tx, String facility) throws StoreException;

    /** The template that a draft was begun on, though it may have been replaced since. */
    Optional<Template> version(Tx tx, String templateId) throws StoreException;
}
