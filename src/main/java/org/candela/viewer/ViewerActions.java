package org.candela.viewer;

import java.util.Optional;
import java.util.function.UnaryOperator;
import org.candela.image.VoiWindow;
import org.candela.viewer.layout.Grid;
import org.candela.viewer.picture.Appearance;
import org.candela.viewer.picture.ScreenPitch;
import org.candela.viewer.tool.CineRate;
import org.candela.viewer.window.TypedWindow;

/** What a reader does to the images of a session. Acts on the active viewport, on the session's thread. */
public final class ViewerActions {
    private static final int PAGE = 10;

    private final ReadingSession session;

    public ViewerActions(ReadingSession session) {
        this.session = session;
    }

    /** Does one action; what it changes but for scrolling can be undone. */
    public void run(ViewerAction action) {
        session.edit(action.title(), () -> perform(action));
    }

    private void perform(ViewerAction action) {
        switch (action) {
            case NEXT_IMAGE -> pointOr(0, 1, () -> scrollBy(1));
            case PREVIOUS_IMAGE -> pointOr(0, -1, () -> scrollBy(-1));
            case PAGE_FORWARD -> page(1);
            case PAGE_BACK -> page(-1);
            case FIRST_IMAGE -> viewport().scrollTo(0);
            case LAST_IMAGE -> viewport().scrollTo(viewport().frameCount() - 1);
            case NEXT_SERIES -> pointOr(1, 0, () -> session.cycleStack(1));
            case PREVIOUS_SERIES -> pointOr(-1, 0, () -> session.cycleStack(-1));
            case NEXT_STAGE -> session.nextStage(1);
            case PREVIOUS_STAGE -> session.nextStage(-1);
            case NEXT_PLACE -> session.activateNext(1);
            case PREVIOUS_PLACE -> session.activateNext(-1);
            case ENLARGE -> session.toggleEnlarged();
            case GRID_1 -> session.arrange(Grid.SINGLE);
            case GRID_2 -> session.arrange(new Grid(1, 2));
            case GRID_3 -> session.arrange(new Grid(2, 1));
            case GRID_4 -> session.arrange(new Grid(2, 2));
            case GRID_6 -> session.arrange(new Grid(2, 3));
            case GRID_9 -> session.arrange(new Grid(3, 3));
            case TILES_1 -> viewport().tiles().show(Grid.SINGLE);
            case TILES_2 -> viewport().tiles().show(new Grid(1, 2));
            case TILES_4 -> viewport().tiles().show(new Grid(2, 2));
            case TILES_6 -> viewport().tiles().show(new Grid(2, 3));
            case TILES_9 -> viewport().tiles().show(new Grid(3, 3));
            case TILES_16 -> viewport().tiles().show(new Grid(4, 4));
            case NEXT_TILE -> viewport().tiles().focusNext(1);
            case PREVIOUS_TILE -> viewport().tiles().focusNext(-1);
            case LINK_SCROLL -> session.linking().toggle(Linked.SCROLL);
            case LINK_STACKS -> session.linking().toggleOffsets(session.active());
            case LINK_VIEW -> session.linking().toggle(Linked.VIEW);
            case LINK_WINDOW -> session.linking().toggle(Linked.WINDOW);
            case REFERENCE_LINES -> session.guides().toggleLines();
            case NEXT_VOI -> viewport().nextVoi();
            case INVERT -> viewport().invert();
            case OVERLAYS -> viewport().toggleOverlays();
            case INTERPOLATION -> become(Appearance::withNextInterpolation);
            case COLOURS -> become(Appearance::withNextColours);
            case OCCLUSION -> become(Appearance::withOcclusionToggled);
            case PRESETS -> session.instruments().presets().toggle();
            case WINDOW_BY_NUMBERS -> windows().type(TypedWindow.Form.CENTER_WIDTH);
            case WINDOW_BY_EDGES -> windows().type(TypedWindow.Form.EDGES);
            case WINDOW_BRIGHTER -> windows().step(-1, 0);
            case WINDOW_DARKER -> windows().step(1, 0);
            case WINDOW_WIDER -> windows().step(0, 1);
            case WINDOW_NARROWER -> windows().step(0, -1);
            case WINDOW_AUTOMATIC -> windows().automatic();
            case WINDOW_OF_REGION -> windows().overRegion();
            case MAGNIFIER -> magnifier().toggle();
            case MAGNIFIER_FACTOR -> magnifier().nextFactor();
            case MAGNIFIER_SHAPE -> magnifier().otherShape();
            case MAGNIFIER_UP -> magnifier().step(0, -1);
            case MAGNIFIER_DOWN -> magnifier().step(0, 1);
            case MAGNIFIER_LEFT -> magnifier().step(-1, 0);
            case MAGNIFIER_RIGHT -> magnifier().step(1, 0);
            case HISTOGRAM -> session.instruments().histogram().toggle();
            case HISTOGRAM_SCALE -> session.instruments().histogram().changeScale();
            case RESET -> viewport().reset();
            case ONE_TO_ONE -> viewport().look(viewport().viewState().withPixels(1));
            case TRUE_SIZE -> lookTrueSize();
            case TURN -> viewport().look(viewport().viewState().turnedClockwise());
            case MIRROR -> viewport().look(viewport().viewState().mirrored());
            case SCROLL_TOOL -> session.choose(ViewTool.SCROLL);
            case WINDOW_TOOL -> session.choose(ViewTool.WINDOW);
            case WINDOW_REGION_TOOL -> session.choose(ViewTool.WINDOW_REGION);
            case ZOOM_TOOL -> session.choose(ViewTool.ZOOM);
            case PAN_TOOL -> session.choose(ViewTool.PAN);
            case SPACE_CURSOR_TOOL -> session.choose(ViewTool.SPACE_CURSOR);
            case SELECT_TOOL -> session.choose(ViewTool.SELECT);
            case LENGTH_TOOL -> session.choose(ViewTool.LENGTH);
            case POLYLINE_TOOL -> session.choose(ViewTool.POLYLINE);
            case ANGLE_TOOL -> session.choose(ViewTool.ANGLE);
            case COBB_TOOL -> session.choose(ViewTool.COBB);
            case PERPENDICULAR_TOOL -> session.choose(ViewTool.PERPENDICULAR);
            case PARALLEL_TOOL -> session.choose(ViewTool.PARALLEL);
            case OPEN_ANGLE_TOOL -> session.choose(ViewTool.OPEN_ANGLE);
            case FOUR_POINT_ANGLE_TOOL -> session.choose(ViewTool.FOUR_POINT_ANGLE);
            case BIDIRECTIONAL_TOOL -> session.choose(ViewTool.BIDIRECTIONAL);
            case CARDIOTHORACIC_TOOL -> session.choose(ViewTool.CARDIOTHORACIC);
            case ELLIPSE_TOOL -> session.choose(ViewTool.ELLIPSE);
            case RECTANGLE_TOOL -> session.choose(ViewTool.RECTANGLE);
            case OBLIQUE_RECTANGLE_TOOL -> session.choose(ViewTool.OBLIQUE_RECTANGLE);
            case CIRCLE_TOOL -> session.choose(ViewTool.CIRCLE);
            case POLYGON_TOOL -> session.choose(ViewTool.POLYGON);
            case FREEHAND_TOOL -> session.choose(ViewTool.FREEHAND);
            case SPLINE_TOOL -> session.choose(ViewTool.SPLINE);
            case TEXT_TOOL -> session.choose(ViewTool.TEXT);
            case ARROW_TOOL -> session.choose(ViewTool.ARROW);
            case PROBE_TOOL -> session.choose(ViewTool.PROBE);
            case CALIBRATE_TOOL -> session.choose(ViewTool.CALIBRATE);
            case PLACE_POINT -> viewport().measuring().pen().enter(session.tool());
            case CANCEL_DRAWING -> viewport().measuring().pen().cancel();
            case BACK_POINT -> viewport().measuring().pen().back();
            case NEXT_MARK -> viewport().measuring().hand().selectNext(1);
            case PREVIOUS_MARK -> viewport().measuring().hand().selectNext(-1);
            case NEXT_POINT -> viewport().measuring().pen().nextPart();
            case MARK_TEXT -> viewport().measuring().prompts().askForText();
            case REMOVE_MARK -> viewport().measuring().hand().removeSelected();
            case KEY_IMAGE -> session.toggleKeyImage();
            case NEXT_KEY_IMAGE -> session.showNextKeyImage();
            case NEXT_STATE -> session.beside().nextState(viewport());
            case CINE -> session.cine().toggle(viewport());
            case CINE_FASTER -> session.cine().pace(viewport(), CineRate::faster);
            case CINE_SLOWER -> session.cine().pace(viewport(), CineRate::slower);
            case CINE_COURSE -> session.cine().changeCourse(viewport());
            case CINE_BEGIN -> session.cine().beginHere(viewport());
            case CINE_END -> session.cine().endHere(viewport());
            case CINE_ALL -> session.cine().playAll(viewport());
            case REGIONS -> session.beside().regions().toggle();
            case NEXT_REGION -> session.beside().regions().nextAlone();
            case REGION_FILLING -> session.beside().regions().nextFilling();
            case PRESET_1 -> usePreset(1);
            case PRESET_2 -> usePreset(2);
            case PRESET_3 -> usePreset(3);
            case PRESET_4 -> usePreset(4);
            case PRESET_5 -> usePreset(5);
            case PRESET_6 -> usePreset(6);
            case PRESET_7 -> usePreset(7);
            case PRESET_8 -> usePreset(8);
            case PRESET_9 -> usePreset(9);
        }
    }

    /** An arrow key belongs to the crosshair, or to the mark that is held, while there is one. */
    private void pointOr(int dx, int dy, Runnable otherwise) {
        if (!viewport().measuring().pen().step(dx, dy)) {
            otherwise.run();
        }
    }

    /** Ten images, or as many as lie side by side. */
    private void page(int pages) {
        if (viewport().tiles().grid().cells() > 1) {
            viewport().tiles().page(pages);
        } else {
            scrollBy(pages * PAGE);
        }
    }

    /** Shows the frame {@code steps} further. */
    public void scrollBy(int steps) {
        viewport().scrollBy(steps);
    }

    /** Presents the values through a window given in numbers. */
    public void window(VoiWindow window) {
        viewport().chooseWindow(window);
    }

    /** Uses preset {@code number}, from 1, of the modality on the screen; nothing where it has none. */
    public void usePreset(int number) {
        session.instruments().presets().use(number);
    }

    private Windows windows() {
        return session.instruments().windows();
    }

    private Magnifier magnifier() {
        return session.instruments().magnifier();
    }

    private void lookTrueSize() {
        Optional<ScreenPitch> pitch = session.lightbox().pitch(session.active().panel());
        if (pitch.isEmpty()) {
            session.tell("The size of this screen is not known");
            return;
        }
        TrueSize.view(viewport(), pitch.orElseThrow())
                .ifPresentOrElse(
                        view -> viewport().look(view), () -> session.tell("The size of an image pixel is not known"));
    }

    private void become(UnaryOperator<Appearance> change) {
        viewport().become(change.apply(viewport().appearance()));
    }

    private Viewport viewport() {
        return session.activeViewport();
    }
}
