package org.dripline.durability;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.OptionalLong;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.dripline.access.Access;
import org.dripline.engine.store.Write;

/**
 * A process that writes until it is killed. For each resource of each acknowledged transaction it prints one
 * {@link Acknowledged} line, with one system call and only after the store has returned; so a line that the parent
 * reads was promised, whatever happened next.
 */
final class WritingProcess {
    private static final Access CLINIC = Access.ofClinic("writer");
    private static final int SHARED_RESOURCES = 50;
    private static final int MOST_RESOURCES_IN_TRANSACTION = 3;

    private final FileOutputStream output = new FileOutputStream(FileDescriptor.out);
    private final OpenStore open;
    private final String run;

    private WritingProcess(OpenStore open, String run) {
        this.open = open;
        this.run = run;
    }

    /** Arguments: the place of an {@link OpenStore}, a name of this run that no other run has, threads. */
    public static void main(String[] arguments) {
        WritingProcess process = new WritingProcess(new OpenStore(arguments[0]), arguments[1]);
        IntStream.range(0, Integer.parseInt(arguments[2]))
                .forEach(writer -> Thread.ofPlatform().start(() -> process.writeForEver(writer)));
    }

    private void writeForEver(int writer) {
        Random random = new Random();
        try {
            for (int count = 0; ; count++) {
                acknowledge(write(open, random, run + "-" + writer + "-" + count));
            }
        } catch (IOException parentIsGone) {
            Runtime.getRuntime().halt(0);
        }
    }

    /** One transaction of that name, of one to three resources. */
    static List<Acknowledged> write(OpenStore open, Random random, String token) {
        int size = 1 + random.nextInt(MOST_RESOURCES_IN_TRANSACTION);
        String mark = Acknowledged.mark(token, size);
        List<Write> writes = IntStream.range(0, size)
                .mapToObj(position -> write(id(random, token, position), mark))
                .toList();
        return open.store.write(CLINIC, writes).stream()
                .map(written -> written.findVersion().orElseThrow())
                .map(version -> new Acknowledged(version.id(), version.version(), mark))
                .toList();
    }

    /** Half the time the first resource is one that all writers share, else each is new. */
    private static String id(Random random, String token, int position) {
        boolean shared = position == 0 && random.nextBoolean();
        return shared ? "shared-" + random.nextInt(SHARED_RESOURCES) : token + "-" + position;
    }

    private static Write write(String id, String mark) {
        return new Write.Update("Procedure", id, Documents.procedure(id, mark), OptionalLong.empty(), List.of());
    }

    private void acknowledge(List<Acknowledged> written) throws IOException {
        String lines = written.stream().map(Acknowledged::line).collect(Collectors.joining());
        output.write(lines.getBytes(StandardCharsets.US_ASCII));
    }
}
