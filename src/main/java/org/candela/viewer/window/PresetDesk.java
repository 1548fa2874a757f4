package org.candela.viewer.window;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.candela.base.Async;
import org.candela.base.Edit;
import org.candela.base.EditHistory;
import org.candela.image.VoiWindow;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The presets for the image that keys act on: used by number, and edited in a list that is shown on request. Every edit is
 * used at once, kept, and undone through the one history. Used on the thread of the session.
 */
// [impl->req~viewer.window-presets~1]
public final class PresetDesk {
    private static final Logger LOG = LoggerFactory.getLogger(PresetDesk.class);
    private static final String EDITED = "Edit window presets";
    /** Ends a name, before the part of the body that the preset is for; alone it means that of the image. */
    private static final String FOR_PART = "@";

    private final PresetLibrary library;
    private final Services services;
    private boolean isOpen;
    private int selected;

    /**
     * What the desk works with.
     *
     * @param image the image that keys act on; empty without one
     * @param edit does something to images under a title, so that it can be undone
     * @param tell tells the reader a line
     * @param changed run after every change
     */
    public record Services(
            Supplier<Optional<WindowedImage>> image,
            BiConsumer<String, Runnable> edit,
            EditHistory history,
            Threads threads,
            Consumer<String> tell,
            Runnable changed) {}

    /** Where the store is waited for, and the thread of the session. */
    public record Threads(Executor db, Executor ui) {}

    public PresetDesk(PresetLibrary library, Services services) {
        this.library = library;
        this.services = services;
    }

    /** Whether the list is shown. */
    public boolean isOpen() {
        return isOpen;
    }

    /** Shows the list, or hides it. */
    public void toggle() {
        isOpen = !isOpen;
        selected = 0;
        services.changed().run();
    }

    /** Hides the list. */
    public void close() {
        if (isOpen) {
            toggle();
        }
    }

    /** The presets for the image, in the order of their keys. */
    public List<WindowPreset> list() {
        return image().map(this::listFor).orElse(List.of());
    }

    /** The preset that is selected in the list, from 0. */
    public int selected() {
        return Math.max(0, Math.min(selected, list().size() - 1));
    }

    /** Selects the preset {@code steps} further, held at both ends. */
    public void select(int steps) {
        selected = Math.max(0, Math.min(list().size() - 1, selected() + steps));
        services.changed().run();
    }

    /** Whether the list of this modality is the reader's own. */
    public boolean isEdited() {
        return image().flatMap(now -> library.own(now.modality())).isPresent();
    }

    /** Whether the list of this modality is the practice's. */
    public boolean isOfPractice() {
        return image().filter(now -> library.isOfPractice(now.modality())).isPresent() && !isEdited();
    }

    /** The preset whose window the reader chose for {@code shown}; empty where it is none. */
    public Optional<WindowPreset> presetOf(WindowedImage shown) {
        return shown.chosen().flatMap(window -> listFor(shown).stream()
                .filter(preset ->
                        preset.on(shown.scale()).filter(window::equals).isPresent())
                .findFirst());
    }

    /** Uses the selected preset. */
    public void useSelected() {
        use(selected() + 1);
    }

    /** Uses preset {@code number}, from 1; nothing where there is none, a word where its unit is not that of the image. */
    public void use(int number) {
        image().ifPresent(now -> listFor(now).stream()
                .skip(number - 1)
                .findFirst()
                .ifPresent(preset -> preset.on(now.scale())
                        .ifPresentOrElse(
                                window -> services.edit().accept("Window " + preset.name(), () -> now.choose(window)),
                                () -> services.tell().accept(whyNot(preset, now.scale())))));
    }

    private static String whyNot(WindowPreset preset, ValueScale scale) {
        if (preset.unit().equals(ValueScale.SUV)) {
            return preset.name() + ": SUV is not known" + (scale.whyNone().isEmpty() ? "" : ": " + scale.whyNone());
        }
        return preset.name() + " is in " + preset.unit() + ", this image is "
                + (scale.unit().isEmpty() ? "without a unit" : "in " + scale.unit());
    }

    /**
     * Keeps the window on the screen under a name, at the end of the list or in the place of the preset of that name. After
     * {@code @} may stand the part of the body it is for.
     *
     * @return the key of the words that say why the name will not do; empty when it was kept
     */
    public Optional<String> keepAs(String typed) {
        Optional<WindowedImage> now = image();
        Optional<VoiWindow> window = now.flatMap(WindowedImage::window);
        if (window.isEmpty()) {
            return Optional.of("viewer.refused.no-window");
        }
        String name = typed.contains(FOR_PART) ? typed.substring(0, typed.indexOf(FOR_PART)) : typed;
        return refusal(name.strip()).or(() -> {
            keep(preset(name.strip(), typed, now.orElseThrow(), window.orElseThrow()));
            return Optional.empty();
        });
    }

    private static WindowPreset preset(String name, String typed, WindowedImage image, VoiWindow window) {
        boolean isForPart = typed.contains(FOR_PART);
        String part = isForPart ? typed.substring(typed.indexOf(FOR_PART) + 1).strip() : "";
        String bodyPart = isForPart && part.isEmpty() ? image.bodyPart() : part;
        boolean isUptake = image.scale().uptake().isPresent();
        return new WindowPreset(
                name,
                image.modality(),
                bodyPart,
                isUptake ? ValueScale.SUV : image.scale().unit(),
                isUptake ? image.scale().toUptake(window) : window);
    }

    private void keep(WindowPreset preset) {
        List<WindowPreset> list = new ArrayList<>(library.presets().of(preset.modality()));
        int there = IntStream.range(0, list.size())
                .filter(i -> list.get(i).name().equals(preset.name()))
                .findFirst()
                .orElse(-1);
        if (there < 0) {
            list.add(preset);
        } else {
            list.set(there, preset);
        }
        replace(preset.modality(), Optional.of(list));
        selected = Math.max(0, list().indexOf(preset));
        services.changed().run();
    }

    private static Optional<String> refusal(String name) {
        if (name.isEmpty()) {
            return Optional.of("viewer.refused.no-name");
        }
        return name.length() > WindowPreset.LONGEST_NAME ? Optional.of("viewer.refused.long-name") : Optional.empty();
    }

    /** Gives the selected preset another name; the key of the words that say why that will not do, else empty. */
    public Optional<String> rename(String name) {
        return refusal(name).or(() -> {
            boolean isTaken = image().stream()
                    .flatMap(now -> library.presets().of(now.modality()).stream())
                    .anyMatch(preset -> preset.name().equals(name));
            if (isTaken) {
                return Optional.of("viewer.refused.name-taken");
            }
            change((list, at) -> list.set(at, list.get(at).named(name)));
            return Optional.empty();
        });
    }

    /** Moves the selected preset {@code steps} down its list, held at both ends; its key moves with it. */
    public void move(int steps) {
        List<WindowPreset> shown = list();
        int from = selected();
        int to = from + steps;
        if (to >= 0 && to < shown.size() && !shown.isEmpty()) {
            change((list, at) -> Collections.swap(list, at, list.indexOf(shown.get(to))));
            selected = to;
            services.changed().run();
        }
    }

    /** Takes the selected preset off the list. */
    public void remove() {
        change((list, at) -> list.remove((int) at));
    }

    /** Gives the modality the presets again that come with the program. */
    public void reset() {
        image().filter(now -> isEdited()).ifPresent(now -> replace(now.modality(), Optional.empty()));
    }

    private void change(BiConsumer<List<WindowPreset>, Integer> edit) {
        List<WindowPreset> shown = list();
        image().filter(now -> !shown.isEmpty()).ifPresent(now -> {
            List<WindowPreset> list = new ArrayList<>(library.presets().of(now.modality()));
            edit.accept(list, list.indexOf(shown.get(selected())));
            replace(now.modality(), Optional.of(list));
        });
    }

    private void replace(String modality, Optional<List<WindowPreset>> after) {
        Optional<List<WindowPreset>> before = library.own(modality);
        use(modality, after);
        services.history().add(new Edit(EDITED, () -> use(modality, before), () -> use(modality, after)));
    }

    private void use(String modality, Optional<List<WindowPreset>> list) {
        library.use(modality, list);
        services.changed().run();
        var unused = Async.run(() -> library.keep(modality), services.threads().db())
                .whenCompleteAsync(
                        (kept, failure) -> told(failure), services.threads().ui());
    }

    private void told(@Nullable Throwable failure) {
        if (failure != null) {
            LOG.warn("window presets could not be kept [viewer.presets-not-kept]", failure);
            services.tell().accept("Window presets are not saved");
        }
    }

    private Optional<WindowedImage> image() {
        return services.image().get();
    }

    private List<WindowPreset> listFor(WindowedImage image) {
        return library.presets().of(image.modality(), image.bodyPart());
    }
}
