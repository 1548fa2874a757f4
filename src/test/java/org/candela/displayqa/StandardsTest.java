package org.candela.displayqa;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.util.List;
import org.candela.calibration.CalibrationProfile;
import org.candela.facility.Facility;
import org.candela.facility.FacilityId;
import org.candela.readiness.ReadinessItem.Status;
import org.junit.jupiter.api.Test;

class StandardsTest {
    // [utest->req~displayqa.facility-standards~1]
    @Test
    void theStandardThatAsksForTheMostLightIsTheOneToCalibrateTo() throws Exception {
        Standards standards = Standards.of(List.of(
                facility("a", "acr-aapm-siim-other"),
                facility("b", "acr-aapm-siim-mammography"),
                facility("c", "acr-aapm-siim-other")));

        assertEquals(
                List.of("acr-aapm-siim-mammography", "acr-aapm-siim-other"),
                standards.profiles().stream().map(CalibrationProfile::id).toList());
        assertEquals("acr-aapm-siim-mammography", standards.goal().id());
        assertEquals(Status.READY, standards.evaluate().status());
    }

    // [utest->req~displayqa.facility-standards~1]
    @Test
    void aStandardNobodyKnowsIsSaidAndNeverPassesAsReady() throws Exception {
        Standards standards = Standards.of(List.of(facility("a", "no-such-standard")));

        assertEquals(Facility.START_QA_PROFILE, standards.goal().id());
        assertEquals(Status.NOT_ASSESSED, standards.evaluate().status());
        assertTrue(standards.evaluate().reason().contains("no-such-standard"));
    }

    private static Facility facility(String id, String profile) {
        return Facility.of(new FacilityId(id), "Facility " + id, URI.create("http://127.0.0.1/dicom-web"))
                .withQaProfile(profile);
    }
}
