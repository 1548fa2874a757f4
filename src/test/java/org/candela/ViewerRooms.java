package org.candela;

/** The part of the picture that holds the rooms of the viewer; see {@link Rooms}. */
final class ViewerRooms {
    private ViewerRooms() {}

    static void enter(Entry rooms) {
        rooms.room("viewer.mark", "measure", "study", "image", "store");
        rooms.room("viewer.yaml");
        rooms.room("viewer.tool");
        rooms.room("viewer.practice", "store");
        rooms.room("viewer.window", "viewer.practice", "viewer.yaml", "measure", "image", "store");
        rooms.room("viewer.state", "study", "dicom.image", "image");
        rooms.room("viewer.region", "study", "measure", "image");
        rooms.room("viewer.picture", "viewer.state", "study", "dicom.image", "image");
        rooms.room("viewer.stack", "viewer.picture", "study", "dicom.image", "image");
        rooms.room("viewer.layout", "viewer.stack", "viewer.picture", "study", "image", "store");
        rooms.room(
                "viewer",
                "viewer.layout",
                "viewer.stack",
                "viewer.picture",
                "viewer.state",
                "viewer.region",
                "viewer.mark",
                "viewer.window",
                "viewer.tool",
                "measure",
                "study",
                "dicom.image",
                "image",
                "store",
                "audit");
        rooms.room("viewer.export.ui", "viewer.export", "viewer.picture", "dicom.object", "image", "ui");
        rooms.room(
                "viewer.hanging",
                "viewer.practice",
                "viewer.yaml",
                "viewer.layout",
                "viewer.stack",
                "viewer.picture",
                "image",
                "store");
        rooms.room(
                "viewer.export",
                "viewer",
                "viewer.object",
                "viewer.layout",
                "viewer.stack",
                "viewer.picture",
                "viewer.mark",
                "measure",
                "study",
                "image",
                "dicom",
                "dicom.image",
                "dicom.object",
                "codec.stream",
                "codec.video",
                "store",
                "audit");
        rooms.room(
                "viewer.print",
                "viewer.export",
                "viewer",
                "viewer.layout",
                "viewer.stack",
                "viewer.picture",
                "study",
                "image",
                "dicom",
                "dicom.image",
                "store",
                "audit");
        rooms.room("viewer.print.ui", "viewer.print", "viewer.export", "viewer.layout", "image", "ui");
        rooms.room(
                "viewer.object",
                "viewer",
                "viewer.stack",
                "viewer.picture",
                "viewer.state",
                "viewer.region",
                "viewer.mark",
                "measure",
                "study",
                "image",
                "dicom",
                "dicom.image",
                "dicom.object",
                "dicom.object.presentation",
                "dicom.object.region",
                "dicom.object.structured");
        rooms.room(
                "viewer.measured",
                "viewer.mark",
                "measure",
                "study",
                "image",
                "dicom",
                "dicom.image",
                "dicom.object",
                "dicom.object.structured");
        rooms.room(
                "viewer.document",
                "viewer",
                "viewer.layout",
                "viewer.stack",
                "study",
                "image",
                "dicom",
                "dicom.object",
                "dicom.object.structured",
                "dicom.object.document",
                "dicom.object.waveform");
        rooms.room(
                "viewer.document.ui",
                "viewer.document",
                "viewer",
                "viewer.layout",
                "viewer.stack",
                "viewer.picture",
                "image",
                "dicom.object",
                "dicom.object.structured",
                "dicom.object.waveform",
                "ui");
        rooms.room("viewer.arriving", "study");
        rooms.room(
                "viewer.arriving.ui",
                "viewer.arriving",
                "viewer.ui",
                "viewer.layout",
                "viewer.picture",
                "study",
                "dicom.image",
                "image",
                "ui");
        rooms.room(
                "viewer.shelf.ui",
                "viewer",
                "viewer.region",
                "viewer.layout",
                "viewer.stack",
                "viewer.picture",
                "image",
                "ui");
        rooms.room(
                "viewer.ui",
                "viewer",
                "viewer.layout",
                "viewer.stack",
                "viewer.picture",
                "viewer.state",
                "viewer.region",
                "viewer.mark",
                "viewer.window",
                "viewer.tool",
                "measure",
                "ui",
                "study",
                "image");
    }

    /** Takes a room and the rooms it may use. */
    interface Entry {
        void room(String name, String... uses);
    }
}
