package org.candela.report.ui;

/** What a voice may put in where the caret stands, beyond words. FX thread. */
final class VoiceEntries implements SpokenActs.Entries {
    private final ReportViewModel model;

    VoiceEntries(ReportViewModel model) {
        this.model = model;
    }

    @Override
    public void measurement() {
        WritingPlace at = model.placeProperty().get();
        model.insertMeasurement(at.fieldId(), at.caret());
    }

    @Override
    public void comparison() {
        model.insertComparison();
    }

    @Override
    public boolean macro(String name) {
        return model.macros.insert(name);
    }
}
