package org.candela.viewer;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * What hangs where when a study is opened. Pure.
 *
 * <p>Mammograms: the right breast left and the left breast right, in the same view, chest walls together. Everything
 * else: the current study left; right the prior of the same modality whose title is most alike, else the next stack of the
 * current study.
 */
final class HangingProtocol {
    private HangingProtocol() {}

    // [impl->req~viewer.hanging~1]
    static Map<Place, ImageStack> hang(ReadingStudy current, List<ReadingStudy> priorsNewestFirst) {
        if (current.stacks().isEmpty()) {
            return Map.of();
        }
        Map<Place, ImageStack> pair = mammogramPair(current.stacks());
        if (!pair.isEmpty()) {
            return pair;
        }
        ImageStack first = current.stacks().get(0);
        Map<Place, ImageStack> hung = new TreeMap<>();
        hung.put(Place.LEFT, first);
        bestPrior(first, priorsNewestFirst)
                .or(() -> current.stacks().stream().skip(1).findFirst())
                .ifPresent(stack -> hung.put(Place.RIGHT, stack));
        return hung;
    }

    private static Map<Place, ImageStack> mammogramPair(List<ImageStack> stacks) {
        for (ImageStack right : stacks) {
            Optional<ImageStack> left = stacks.stream()
                    .filter(stack -> isMammogramOf("L", stack) && stack.view().equals(right.view()))
                    .findFirst();
            if (isMammogramOf("R", right) && left.isPresent()) {
                return new TreeMap<>(Map.of(Place.LEFT, right, Place.RIGHT, left.orElseThrow()));
            }
        }
        return Map.of();
    }

    private static boolean isMammogramOf(String side, ImageStack stack) {
        return stack.modality().equals("MG")
                && stack.laterality().filter(side::equals).isPresent();
    }

    private static Optional<ImageStack> bestPrior(ImageStack current, List<ReadingStudy> priors) {
        Predicate<ImageStack> isComparable = stack -> stack.modality().equals(current.modality());
        return priors.stream()
                .map(prior -> prior.stacks().stream()
                        .filter(isComparable)
                        .min(Comparator.comparingLong(stack -> -sharedWords(stack.title(), current.title()))))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static long sharedWords(String title, String other) {
        List<String> words = List.of(other.toLowerCase(Locale.ROOT).split("\\W+"));
        return Stream.of(title.toLowerCase(Locale.ROOT).split("\\W+"))
                .distinct()
                .filter(words::contains)
                .count();
    }
}
