/**
 * Papers that leave as PDF: pages that fill from top to bottom, tables, and what makes a file one of PDF/A-3b. Says nothing of its own.
 *
 * <p>May use: base. One thread; blocks on nothing but memory.
 *
 * <pre>{@code
 * try (PDDocument pdf = new PDDocument(); PdfFlow flow = new PdfFlow(pdf, List.of("first line", "second line"))) {
 *     flow.paragraph(Style.BODY, text);
 * }
 * }</pre>
 */
@NullMarked
package org.candela.paper;

import org.jspecify.annotations.NullMarked;
