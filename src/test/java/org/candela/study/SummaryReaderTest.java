package org.candela.study;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.candela.dicom.Attributes;
import org.candela.dicom.Tag;
import org.candela.dicom.VR;
import org.candela.facility.FacilityId;
import org.junit.jupiter.api.Test;

class SummaryReaderTest {
    private static final FacilityId CLINIC = new FacilityId("clinic");

    // [utest->req~study.place~1]
    @Test
    void whereAStudyWasMadeIsReadWhereTheFacilityTells() {
        Attributes untold = new Attributes().set(Tag.StudyInstanceUID, VR.UI, "1.2.3");
        Attributes told = new Attributes()
                .set(Tag.StudyInstanceUID, VR.UI, "1.2.3")
                .set(Tag.InstitutionName, VR.LO, "North Campus")
                .set(Tag.RegionOfResidence, VR.LO, "TX");

        assertEquals(
                new StudySummary.Place("North Campus", "TX"),
                SummaryReader.read(told, CLINIC).orElseThrow().place());
        assertEquals(
                StudySummary.Place.UNTOLD,
                SummaryReader.read(untold, CLINIC).orElseThrow().place());
    }
}
