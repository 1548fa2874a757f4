package org.candela.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import org.candela.base.Cancellation;
import org.candela.base.CandelaException;
import org.candela.dictation.Pcm;
import org.candela.dictation.SpeechEngine;
import org.candela.dictation.SpokenWord;
import org.candela.dictation.Transcriber;
import org.candela.dictation.Transcript;
import org.candela.dictation.engine.EngineChoice;
import org.candela.dictation.engine.Listening;
import org.candela.dictation.engine.SoundFile;
import org.candela.dictation.engine.SpokenWords;
import org.candela.dictation.engine.sphinx.SphinxEngine;
import org.candela.dictation.engine.vosk.VoskEngine;
import org.candela.dictation.engine.whisper.WhisperEngine;
import org.candela.dictation.language.AddedWord;
import org.candela.report.DictatedWord;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code scripts/bench speech}: sixty sentences and all commands in three flite voices. */
@Command(
        name = "bench speech",
        description = {
            "Word error rate and processor time a second of sound, by voice; commands heard and falsely heard.",
            "The voices are a synthesiser's: nothing here says how a person is understood."
        })
final class SpeechBench implements Callable<Integer> {
    private static final Path SENTENCES = Path.of("src/test/resources/org/candela/dictation/sentences.txt");
    private static final Path COMMANDS = Path.of("src/test/resources/org/candela/dictation/commands.txt");

    @Option(names = "--engine", defaultValue = "sphinx", description = "sphinx, vosk:FOLDER or whisper:FILE.")
    private String engine;

    @Option(names = "--step", defaultValue = "1", description = "Each n-th sentence and command alone.")
    private int step;

    @Option(names = "--voices", split = ",", defaultValue = "slt,rms,awb", description = "Of flite.")
    private List<String> voices;

    @Option(names = "--errors", description = "Prints each sentence that was heard otherwise.")
    private boolean errors;

    private final List<String> commands = new ArrayList<>();
    private int wrong;
    private int doubtedWrong;
    private int doubted;
    private int right;

    public static void main(String[] args) {
        System.exit(new CommandLine(new SpeechBench()).execute(args));
    }

    @Override
    public Integer call() throws IOException, CandelaException, InterruptedException {
        commands.addAll(lines(COMMANDS));
        long before = processor();
        Path folder = Files.createTempDirectory("speech");
        try (Transcriber transcriber = engine().open().orElseThrow(() -> new IOException("no model"))) {
            System.gc();
            Runtime runtime = Runtime.getRuntime();
            System.out.printf(
                    Locale.ROOT,
                    "opened in %.1f s of a processor, heap %d MB%n",
                    (processor() - before) / 1e9,
                    (runtime.totalMemory() - runtime.freeMemory()) / 1_000_000);
            for (String voice : voices) {
                sentences(transcriber, folder, voice);
                confidence(voice);
                commands(transcriber, folder, voice);
            }
        }
        return 0;
    }

    private SpeechEngine engine() throws CandelaException {
        EngineChoice choice = EngineChoice.read(engine);
        SpeechEngine builtIn = new SphinxEngine(words());
        Path model = choice.modelPath().orElse(Path.of(""));
        return switch (choice.kind()) {
            case SPHINX -> builtIn;
            case VOSK -> new VoskEngine(model);
            case WHISPER -> new WhisperEngine(builtIn, model, 2);
        };
    }

    private SpokenWords words() {
        return new SpokenWords() {
            @Override
            public List<String> commands() {
                return commands;
            }

            @Override
            public List<AddedWord> added() {
                return List.of();
            }
        };
    }

    private void sentences(Transcriber transcriber, Path folder, String voice)
            throws IOException, CandelaException, InterruptedException {
        int wrongWords = 0;
        int words = 0;
        int falseCommands = 0;
        long spent = 0;
        double sounding = 0;
        List<String> all = lines(SENTENCES);
        for (int at = 0; at < all.size(); at += step) {
            Pcm sound = say(folder, voice, all.get(at));
            long begin = processor();
            Transcript heard = Listening.to(sound, transcriber, new Cancellation());
            spent += processor() - begin;
            sounding += sound.length() / (double) Pcm.SAMPLE_RATE_HZ;
            int distance = distance(all.get(at), heard);
            wrongWords += distance;
            words += all.get(at).split(" ").length;
            falseCommands += commands.contains(heard.text()) ? 1 : 0;
            if (errors && distance > 0) {
                System.out.println("  said  " + all.get(at) + "\n  heard " + heard.text());
            }
        }
        System.out.printf(
                Locale.ROOT,
                "%s: word error rate %.1f %% (%d of %d), real-time factor %.2f of a processor, %d heard as commands%n",
                voice,
                100.0 * wrongWords / words,
                wrongWords,
                words,
                spent / 1e9 / sounding,
                falseCommands);
    }

    /** Of this voice alone: confidence was fitted on one of them. */
    private void confidence(String voice) {
        System.out.printf(
                Locale.ROOT,
                "%s: confidence below %.2f: %d of %d wrong words, %d of %d right words%n",
                voice,
                DictatedWord.SURE,
                doubtedWrong,
                wrong,
                doubted,
                right);
        wrong = 0;
        doubtedWrong = 0;
        right = 0;
        doubted = 0;
    }

    private void commands(Transcriber transcriber, Path folder, String voice)
            throws IOException, CandelaException, InterruptedException {
        int hits = 0;
        int asked = 0;
        for (int at = 0; at < commands.size(); at += step) {
            String heard = Listening.to(say(folder, voice, commands.get(at)), transcriber, new Cancellation())
                    .text();
            hits += heard.equals(commands.get(at)) ? 1 : 0;
            asked++;
            if (errors && !heard.equals(commands.get(at))) {
                System.out.println("  command  " + commands.get(at) + "\n  heard    " + heard);
            }
        }
        System.out.printf(Locale.ROOT, "%s: %d of %d commands%n", voice, hits, asked);
    }

    /** Least insertions, deletions and substitutions; the words of the shortest way are counted by their confidence. */
    private int distance(String said, Transcript transcript) {
        String[] one = said.split(" ");
        List<SpokenWord> other = transcript.words();
        int[][] cost = new int[one.length + 1][other.size() + 1];
        for (int at = 0; at <= one.length; at++) {
            for (int to = 0; to <= other.size(); to++) {
                if (at == 0 || to == 0) {
                    cost[at][to] = at + to;
                } else {
                    int same = one[at - 1].equals(other.get(to - 1).text()) ? 0 : 1;
                    cost[at][to] =
                            Math.min(cost[at - 1][to - 1] + same, Math.min(cost[at - 1][to], cost[at][to - 1]) + 1);
                }
            }
        }
        count(one, other, cost);
        return cost[one.length][other.size()];
    }

    private void count(String[] one, List<SpokenWord> other, int[][] cost) {
        int at = one.length;
        int to = other.size();
        while (to > 0) {
            boolean isSame = at > 0 && one[at - 1].equals(other.get(to - 1).text());
            boolean isDoubted = other.get(to - 1).confidence() < DictatedWord.SURE;
            if (at > 0 && cost[at][to] == cost[at - 1][to - 1] + (isSame ? 0 : 1)) {
                tally(isSame, isDoubted);
                at--;
                to--;
            } else if (at > 0 && cost[at][to] == cost[at - 1][to] + 1) {
                at--;
            } else {
                tally(false, isDoubted);
                to--;
            }
        }
    }

    private void tally(boolean isRight, boolean isDoubted) {
        if (isRight) {
            right++;
            doubted += isDoubted ? 1 : 0;
        } else {
            wrong++;
            doubtedWrong += isDoubted ? 1 : 0;
        }
    }

    private static Pcm say(Path folder, String voice, String text)
            throws IOException, CandelaException, InterruptedException {
        Path file = folder.resolve("said.wav");
        Process flite = new ProcessBuilder("flite", "-voice", voice, "-t", text, "-o", file.toString()).start();
        if (!flite.waitFor(60, TimeUnit.SECONDS) || flite.exitValue() != 0) {
            throw new IOException("flite did not speak");
        }
        short[] spoken = SoundFile.read(file).samples();
        short[] padded = new short[spoken.length + Pcm.SAMPLE_RATE_HZ * 7 / 10];
        System.arraycopy(spoken, 0, padded, Pcm.SAMPLE_RATE_HZ * 3 / 10, spoken.length);
        return Pcm.of(padded);
    }

    private static List<String> lines(Path file) throws IOException {
        return Files.readAllLines(file).stream()
                .filter(line -> !line.startsWith("#") && !line.isBlank())
                .toList();
    }

    private static long processor() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }
}
