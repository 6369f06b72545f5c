package org.dripline.web.guide;

import java.util.function.Supplier;
import org.dripline.profile.ProfileValidator;
import org.dripline.web.PageServlet;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.util.function.SingletonSupplier;

/** Serves the guide. */
@Configuration(proxyBeanMethods = false)
class GuideConfiguration {

    /** Made at the first request, so that nobody waits for it who only wants the server. */
    @Bean
    ServletRegistrationBean<PageServlet> guideRegistration(ProfileValidator validator) {
        Supplier<Guide> guide =
                SingletonSupplier.of(() -> new Guide(validator.artefacts().all(), validator::whole, Examples.load()));
        PageServlet servlet =
                PageServlet.ofEverybody(Guide.TITLE, name -> guide.get().find(name));
        return new ServletRegistrationBean<>(servlet, "/ig/*");
    }
}
