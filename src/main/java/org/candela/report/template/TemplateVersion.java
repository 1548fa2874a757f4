package org.candela.report.template;

/** Ids of kept templates: the document's identifier, {@value #MARK} and the number of the version. */
final class TemplateVersion {
    private static final String MARK = "#v";

    private TemplateVersion() {}

    static String id(String identifier, long version) {
        return identifier + MARK + version;
    }

    /** The identifier without a version. */
    static String identifier(String id) {
        int mark = id.lastIndexOf(MARK);
        return mark > 0 && id.substring(mark + MARK.length()).matches("\\d{1,18}") ? id.substring(0, mark) : id;
    }

    /** The number of the version; 0 where the id has none. */
    static long version(String id) {
        String identifier = identifier(id);
        return identifier.equals(id) ? 0 : Long.parseLong(id.substring(identifier.length() + MARK.length()));
    }
}
