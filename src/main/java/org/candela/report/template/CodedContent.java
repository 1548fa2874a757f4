package org.candela.report.template;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;

/**
 * The codes of a template's fields: {@code <script type="text/xml"><template_attributes><coded_content><entry ORIGTXT="id">}.
 * Documents in use have it within a comment within the script, and not well-formed; what cannot be read is noted.
 */
final class CodedContent {
    private CodedContent() {}

    static Map<String, List<FieldCode>> of(Document document, List<String> notes) {
        Map<String, List<FieldCode>> codes = new LinkedHashMap<>();
        for (Element script : document.select("script[type=text/xml]")) {
            String xml = script.data()
                    .replace("<!--", "")
                    .replace("-->", "")
                    .replace("<![CDATA[", "")
                    .replace("]]>", "");
            Document content = Jsoup.parse(xml, "", Parser.xmlParser());
            for (Element entry : content.select("coded_content entry, coded_content ENTRY")) {
                read(entry, codes);
            }
        }
        codes.keySet().stream()
                .filter(id -> document.getElementById(id) == null)
                .forEach(id -> notes.add("codes of " + id + ", which is no field here, are left out"));
        return codes;
    }

    private static void read(Element entry, Map<String, List<FieldCode>> codes) {
        String field = entry.attributes().getIgnoreCase("origtxt");
        if (field.isBlank()) {
            return;
        }
        List<FieldCode> ofField = codes.computeIfAbsent(field, id -> new ArrayList<>());
        for (Element code : entry.select("code")) {
            FieldCode found = new FieldCode(code.attr("meaning"), code.attr("value"), code.attr("scheme"));
            if (!ofField.contains(found)) {
                ofField.add(found);
            }
        }
    }
}
