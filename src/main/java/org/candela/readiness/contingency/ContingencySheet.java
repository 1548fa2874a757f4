package org.candela.readiness.contingency;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The sheet as it is now. A value.
 *
 * @param own of the reader's own desk
 * @param facilities in the order of their names
 * @param oldest when the line that was looked at longest ago was entered; empty for a sheet without any
 */
public record ContingencySheet(Map<Line, String> own, List<Site> facilities, Optional<Instant> oldest) {
    /** What stands on it. */
    public enum Line {
        BACKUP_PROVIDER("Backup provider"),
        SECOND_WORKSTATION("Second workstation"),
        IT_CONTACT("IT contact"),
        /** Of a facility, for critical findings: a call needs nothing but a phone. */
        CRITICAL_PHONE("Critical results"),
        /** Of a facility. */
        FACILITY_IT("IT of the facility");

        private final String title;

        Line(String title) {
            this.title = title;
        }

        /** As it is printed. */
        public String title() {
            return title;
        }

        /** Whether each facility has its own. */
        public boolean isOfFacility() {
            return this == CRITICAL_PHONE || this == FACILITY_IT;
        }
    }

    /** One facility. */
    public record Site(String name, Map<Line, String> lines) {
        public Site {
            lines = Map.copyOf(lines);
        }
    }

    public ContingencySheet {
        own = Map.copyOf(own);
        facilities = List.copyOf(facilities);
    }

    /** What is not filled in, in words. */
    public List<String> missing() {
        List<String> missing = new ArrayList<>();
        for (Line line : Line.values()) {
            if (!line.isOfFacility() && !own.containsKey(line)) {
                missing.add(line.title());
            }
        }
        for (Site site : facilities) {
            for (Line line : Line.values()) {
                if (line.isOfFacility() && !site.lines().containsKey(line)) {
                    missing.add(line.title() + ", " + site.name());
                }
            }
        }
        return missing;
    }

    /** The sheet in lines, as it is shown where there is no paper. */
    public List<String[]> rows() {
        List<String[]> rows = new ArrayList<>();
        for (Line line : Line.values()) {
            if (!line.isOfFacility()) {
                rows.add(new String[] {line.title(), own.getOrDefault(line, "not filled in")});
            }
        }
        for (Site site : facilities) {
            for (Line line : Line.values()) {
                if (line.isOfFacility()) {
                    rows.add(new String[] {
                        site.name() + ", " + line.title(), site.lines().getOrDefault(line, "not filled in")
                    });
                }
            }
        }
        return rows;
    }
}
