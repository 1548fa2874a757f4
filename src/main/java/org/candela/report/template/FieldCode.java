package org.candela.report.template;

/**
 * What a field means in a coding scheme, from the {@code coded_content} of an MRRT document.
 *
 * @param meaning in words; may be empty
 * @param value such as {@code 59776-5}
 * @param scheme such as {@code LOINC}, {@code RADLEX}
 */
public record FieldCode(String meaning, String value, String scheme) {}
