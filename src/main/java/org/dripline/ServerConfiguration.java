package org.dripline;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.UnknownHostException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import org.dripline.engine.store.Database;
import org.dripline.fhir.FhirLimits;
import org.dripline.fhir.OwnHosts;
import org.dripline.fhir.RequestWatch;
import org.dripline.fhir.TomcatCustomizer;
import org.dripline.fhir.WritePolicy;
import org.dripline.profile.ProfileArtefacts;
import org.dripline.profile.ProfileValidator;
import org.dripline.profile.ValidationWatch;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/** Wires what is neither HTTP nor store: settings, where to listen, the validator. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({ServerSettings.class, DatabaseSettings.class})
class ServerConfiguration {
    /** Reference validation is slow and large; two at once leave room for good traffic. */
    private static final int VALIDATOR_SLOTS = 2;

    /** Before anything else is made, and so before a folder that was not meant. */
    @Bean
    static BeanFactoryPostProcessor settingNames(Environment environment) {
        return factory -> SettingNames.check(environment);
    }

    @Bean
    FhirLimits fhirLimits(ServerSettings settings) {
        return settings.limits();
    }

    @Bean
    WritePolicy writePolicy(ServerSettings settings) {
        return new WritePolicy(settings.profiles(), settings.references(), settings.conditionalDelete());
    }

    @Bean
    OwnHosts ownHosts(ServerSettings settings) {
        return OwnHosts.of(settings.ownBase());
    }

    /** @param database opened first where no definition can be wrong: that takes a second, to load these takes many */
    @Bean
    ProfileValidator profileValidator(
            ServerSettings settings, ValidationWatch watch, ObjectProvider<Database> database) {
        if (settings.profilesFolder() == null) {
            database.getObject();
        }
        ProfileArtefacts artefacts = artefacts(ProfileArtefacts.load(), settings.profilesFolder());
        return ProfileValidator.load(settings.profiles(), artefacts, VALIDATOR_SLOTS, watch);
    }

    private static ProfileArtefacts artefacts(ProfileArtefacts shipped, @Nullable String folder) {
        try {
            return folder == null ? shipped : shipped.with(Path.of(folder));
        } catch (IOException | InvalidPathException unreadable) {
            throw StartRefused.value("dripline.profiles-folder", "the path of a folder that can be read");
        }
    }

    @Bean
    TomcatCustomizer tomcatCustomizer(
            ServerSettings settings, RequestWatch watch, @Value("${server.address:127.0.0.1}") String address) {
        InetAddress loopback = loopback(address);
        requireFree(loopback, settings.port());
        return new TomcatCustomizer(settings.port(), loopback, watch);
    }

    /** Tomcat opens the port when all is loaded; that it is taken is told before. */
    private static void requireFree(InetAddress address, int port) {
        try (ServerSocket free = new ServerSocket()) {
            free.setReuseAddress(true);
            free.bind(new InetSocketAddress(address, port));
        } catch (IOException closed) {
            // Anything else Tomcat may see otherwise, and says itself.
            PortInUseException.throwIfPortBindingException(closed, () -> port);
        }
    }

    /** While there is no sign-in, nobody but this machine may reach the server. */
    static InetAddress loopback(String address) {
        try {
            InetAddress parsed = InetAddress.getByName(address);
            if (parsed.isLoopbackAddress()) {
                return parsed;
            }
        } catch (UnknownHostException e) {
            throw new StartRefused("server.address " + address + " is not an address of this machine.");
        }
        throw new StartRefused("server.address " + address
                + " is refused: without sign-in the server listens on a loopback address only, such as 127.0.0.1.");
    }
}
