package org.dripline.durability;

import java.util.ArrayList;
import java.util.List;

/** Another JVM with the class path of this one. */
public final class ChildJvm {
    private ChildJvm() {}

    public static ProcessBuilder of(Class<?> main, String... arguments) {
        String java = ProcessHandle.current().info().command().orElseThrow();
        List<String> command =
                new ArrayList<>(List.of(java, "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-XX:MetaspaceSize=160m"));
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command);
    }
}
