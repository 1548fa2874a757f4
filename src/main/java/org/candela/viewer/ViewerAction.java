package org.candela.viewer;

/**
 * Everything a reader can do to images by a key, a menu or a command; {@link ViewerActions#run} does it.
 *
 * <p>{@link #key()} is the default key, in the words of JavaFX's {@code KeyCombination.valueOf}.
 */
public enum ViewerAction {
    NEXT_IMAGE("viewer.next-image", "Next image", "Down"),
    PREVIOUS_IMAGE("viewer.previous-image", "Previous image", "Up"),
    PAGE_FORWARD("viewer.page-forward", "Ten images forward", "Page Down"),
    PAGE_BACK("viewer.page-back", "Ten images back", "Page Up"),
    FIRST_IMAGE("viewer.first-image", "First image", "Home"),
    LAST_IMAGE("viewer.last-image", "Last image", "End"),
    NEXT_SERIES("viewer.next-series", "Next series", "Right"),
    PREVIOUS_SERIES("viewer.previous-series", "Previous series", "Left"),
    NEXT_STAGE("viewer.next-stage", "Next stage of the hanging protocol", "Period"),
    PREVIOUS_STAGE("viewer.previous-stage", "Previous stage of the hanging protocol", "Comma"),
    NEXT_PLACE("viewer.next-place", "Next viewport", "Tab"),
    PREVIOUS_PLACE("viewer.previous-place", "Previous viewport", "Shift+Tab"),
    ENLARGE("viewer.enlarge", "Enlarge the viewport, or put it back", "F"),
    GRID_1("viewer.grid.1", "One viewport", "Ctrl+1"),
    GRID_2("viewer.grid.2", "Two viewports side by side", "Ctrl+2"),
    GRID_3("viewer.grid.3", "Two viewports one above the other", "Ctrl+3"),
    GRID_4("viewer.grid.4", "Four viewports", "Ctrl+4"),
    GRID_6("viewer.grid.6", "Six viewports", "Ctrl+6"),
    GRID_9("viewer.grid.9", "Nine viewports", "Ctrl+9"),
    TILES_1("viewer.tiles.1", "One image of the series", "Alt+1"),
    TILES_2("viewer.tiles.2", "Two consecutive images", "Alt+2"),
    TILES_4("viewer.tiles.4", "Four consecutive images", "Alt+4"),
    TILES_6("viewer.tiles.6", "Six consecutive images", "Alt+6"),
    TILES_9("viewer.tiles.9", "Nine consecutive images", "Alt+9"),
    TILES_16("viewer.tiles.16", "Sixteen consecutive images", "Alt+0"),
    NEXT_TILE("viewer.next-tile", "Next tile", "Shift+N"),
    PREVIOUS_TILE("viewer.previous-tile", "Previous tile", "Alt+N"),
    LINK_SCROLL("viewer.link.scroll", "Scroll stacks together, or alone", "Y"),
    LINK_STACKS("viewer.link.stacks", "Link stacks as they stand, or free them", "Shift+Y"),
    LINK_VIEW("viewer.link.view", "Zoom and move together, or alone", "U"),
    LINK_WINDOW("viewer.link.window", "Window together, or alone", "Shift+U"),
    REFERENCE_LINES("viewer.reference-lines", "Show or hide reference lines", "N"),
    NEXT_VOI("viewer.next-voi", "Next window or table of the file", "V"),
    INVERT("viewer.invert", "Invert", "I"),
    OVERLAYS("viewer.overlays", "Show or hide the file's overlays", "O"),
    INTERPOLATION("viewer.interpolation", "Fill magnified images otherwise", "Shift+I"),
    COLOURS("viewer.colours", "Next colours in the place of greys", "Shift+V"),
    OCCLUSION("viewer.occlusion", "Show or hide padding and what the shutter covers", "Shift+O"),
    PRESETS("viewer.presets", "Window presets: use, add, rename, move, remove", "Shift+W"),
    WINDOW_BY_NUMBERS("viewer.window.numbers", "Type centre and width of the window", "Alt+W"),
    WINDOW_BY_EDGES("viewer.window.edges", "Type lower and upper edge of the window", "Alt+Shift+W"),
    WINDOW_BRIGHTER("viewer.window.brighter", "Window centre a fine step down", "Shift+Up"),
    WINDOW_DARKER("viewer.window.darker", "Window centre a fine step up", "Shift+Down"),
    WINDOW_WIDER("viewer.window.wider", "Window wider by a fine step", "Shift+Right"),
    WINDOW_NARROWER("viewer.window.narrower", "Window narrower by a fine step", "Shift+Left"),
    WINDOW_AUTOMATIC("viewer.window.automatic", "Window over what the image holds", "0"),
    WINDOW_OF_REGION("viewer.window.region", "Window over the selected or newest region", "Alt+Shift+R"),
    MAGNIFIER("viewer.magnifier", "Take the loupe, or put it away", "Shift+M"),
    MAGNIFIER_FACTOR("viewer.magnifier.factor", "Loupe: 2, 3 or 4 times", "Alt+M"),
    MAGNIFIER_SHAPE("viewer.magnifier.shape", "Loupe: round or square", "Alt+Shift+M"),
    MAGNIFIER_UP("viewer.magnifier.up", "Loupe up", "Alt+Up"),
    MAGNIFIER_DOWN("viewer.magnifier.down", "Loupe down", "Alt+Down"),
    MAGNIFIER_LEFT("viewer.magnifier.left", "Loupe to the left", "Alt+Left"),
    MAGNIFIER_RIGHT("viewer.magnifier.right", "Loupe to the right", "Alt+Right"),
    HISTOGRAM("viewer.histogram", "Show or hide the histogram", "Alt+H"),
    HISTOGRAM_SCALE("viewer.histogram.scale", "Histogram: linear or logarithmic", "Alt+Shift+H"),
    RESET("viewer.reset", "Reset window and view", "R"),
    ONE_TO_ONE("viewer.one-to-one", "One image pixel per screen pixel", "X"),
    TRUE_SIZE("viewer.true-size", "A millimetre of the image on a millimetre of the screen", "Shift+Z"),
    TURN("viewer.turn", "Turn clockwise", "T"),
    MIRROR("viewer.mirror", "Mirror", "M"),
    SCROLL_TOOL("viewer.tool.scroll", "Scroll tool", "S"),
    WINDOW_TOOL("viewer.tool.window", "Window tool", "W"),
    WINDOW_REGION_TOOL("viewer.tool.window-region", "Draw a rectangle to window over", "Alt+R"),
    ZOOM_TOOL("viewer.tool.zoom", "Zoom tool", "Z"),
    PAN_TOOL("viewer.tool.pan", "Pan tool", "P"),
    SPACE_CURSOR_TOOL("viewer.tool.space-cursor", "Point in space tool", "C"),
    SELECT_TOOL("viewer.tool.select", "Select and move marks", "Q"),
    LENGTH_TOOL("viewer.tool.length", "Length tool", "L"),
    POLYLINE_TOOL("viewer.tool.polyline", "Polyline tool", "Shift+L"),
    ANGLE_TOOL("viewer.tool.angle", "Angle tool", "A"),
    COBB_TOOL("viewer.tool.cobb", "Cobb angle tool", "Shift+A"),
    PERPENDICULAR_TOOL("viewer.tool.perpendicular", "Distance from a line tool", "D"),
    PARALLEL_TOOL("viewer.tool.parallel", "Distance of parallels tool", "Alt+L"),
    OPEN_ANGLE_TOOL("viewer.tool.open-angle", "Open angle tool", "Alt+A"),
    FOUR_POINT_ANGLE_TOOL("viewer.tool.four-point-angle", "Angle of two axes tool", "Alt+Shift+A"),
    BIDIRECTIONAL_TOOL("viewer.tool.bidirectional", "Long and short axis tool", "B"),
    CARDIOTHORACIC_TOOL("viewer.tool.cardiothoracic", "Cardiothoracic ratio tool", "Shift+B"),
    ELLIPSE_TOOL("viewer.tool.ellipse", "Ellipse tool", "E"),
    RECTANGLE_TOOL("viewer.tool.rectangle", "Rectangle tool", "Shift+E"),
    OBLIQUE_RECTANGLE_TOOL("viewer.tool.oblique-rectangle", "Oblique rectangle tool", "Alt+Shift+E"),
    CIRCLE_TOOL("viewer.tool.circle", "Circle through three points tool", "Alt+E"),
    POLYGON_TOOL("viewer.tool.polygon", "Polygon tool", "G"),
    FREEHAND_TOOL("viewer.tool.freehand", "Freehand outline tool", "Shift+G"),
    SPLINE_TOOL("viewer.tool.spline", "Curved outline tool", "Shift+S"),
    TEXT_TOOL("viewer.tool.text", "Text tool", "Shift+C"),
    ARROW_TOOL("viewer.tool.arrow", "Arrow tool", "Shift+P"),
    PROBE_TOOL("viewer.tool.probe", "Point probe tool", "J"),
    CALIBRATE_TOOL("viewer.tool.calibrate", "Calibrate by a line of known length", "Shift+D"),
    PLACE_POINT("viewer.place-point", "Show the crosshair, place a point, end an outline, hold a mark", "Enter"),
    CANCEL_DRAWING("viewer.cancel-drawing", "Drop what is being drawn, put the crosshair away", "Esc"),
    BACK_POINT("viewer.back-point", "Take back the last point of what is being drawn", "Backspace"),
    NEXT_MARK("viewer.next-mark", "Next mark on the image", "H"),
    PREVIOUS_MARK("viewer.previous-mark", "Former mark on the image", "Shift+H"),
    NEXT_POINT("viewer.next-point", "Hold the next point of the mark", "Shift+J"),
    MARK_TEXT("viewer.mark-text", "Write beside the mark", "Shift+T"),
    REMOVE_MARK("viewer.remove-mark", "Remove the mark, or the last one", "Delete"),
    KEY_IMAGE("viewer.key-image", "Mark as key image, or unmark", "K"),
    NEXT_KEY_IMAGE("viewer.next-key-image", "Next key image", "Shift+K"),
    NEXT_STATE("viewer.next-state", "Next presentation state: its graphics, all of it, none", "Shift+X"),
    REGIONS("viewer.regions", "Show or hide regions of segmentations and structure sets", "Shift+R"),
    NEXT_REGION("viewer.next-region", "Next region alone, or all", "Shift+F"),
    REGION_FILLING("viewer.region-filling", "Fill regions faintly, strongly, or only outline them", "Shift+Q"),
    CINE("viewer.cine", "Play or stop", "Space"),
    CINE_FASTER("viewer.cine.faster", "Play faster", "Alt+Page Up"),
    CINE_SLOWER("viewer.cine.slower", "Play slower", "Alt+Page Down"),
    CINE_COURSE("viewer.cine.course", "Play round, or forth and back", "Shift+Space"),
    CINE_BEGIN("viewer.cine.begin", "Begin the range that is played here", "Alt+Home"),
    CINE_END("viewer.cine.end", "End the range that is played here", "Alt+End"),
    CINE_ALL("viewer.cine.all", "Play all images again", "Alt+Backspace"),
    PRESET_1("viewer.preset.1", "Window preset 1", "1"),
    PRESET_2("viewer.preset.2", "Window preset 2", "2"),
    PRESET_3("viewer.preset.3", "Window preset 3", "3"),
    PRESET_4("viewer.preset.4", "Window preset 4", "4"),
    PRESET_5("viewer.preset.5", "Window preset 5", "5"),
    PRESET_6("viewer.preset.6", "Window preset 6", "6"),
    PRESET_7("viewer.preset.7", "Window preset 7", "7"),
    PRESET_8("viewer.preset.8", "Window preset 8", "8"),
    PRESET_9("viewer.preset.9", "Window preset 9", "9");

    private final String id;
    private final String title;
    private final String key;

    ViewerAction(String id, String title, String key) {
        this.id = id;
        this.title = title;
        this.key = key;
    }

    /** Stable name for key bindings: {@code "viewer.invert"}. */
    public String id() {
        return id;
    }

    /** What a menu calls it. */
    public String title() {
        return title;
    }

    /** The key it has unless the reader chose another. */
    public String key() {
        return key;
    }
}
