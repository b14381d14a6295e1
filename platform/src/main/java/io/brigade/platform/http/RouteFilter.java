package io.brigade.platform.http;

import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.container.ContainerRequestContext;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;
import org.jboss.resteasy.reactive.server.core.ResteasyReactiveRequestContext;
import org.jboss.resteasy.reactive.server.jaxrs.ContainerRequestContextImpl;
import org.jboss.resteasy.reactive.server.mapping.RuntimeResource;

/** Tells the meters which resource served a request. Response filters also run for refused ones. */
class RouteFilter {

    @ServerResponseFilter
    void remember(ContainerRequestContext context, RoutingContext request) {
        if (!(context instanceof ContainerRequestContextImpl internal)) {
            return;
        }
        ResteasyReactiveRequestContext rest = (ResteasyReactiveRequestContext) internal.getServerRequestContext();
        RuntimeResource target = rest.getTarget();
        if (target != null) {
            HttpMeters.route(request, template(target));
        }
    }

    private static String template(RuntimeResource target) {
        String onClass = target.getClassPath() == null ? "" : target.getClassPath().template;
        String onMethod = target.getPath() == null ? "" : target.getPath().template;
        String joined = (onClass + "/" + onMethod).replaceAll("/{2,}", "/");
        return joined.length() > 1 && joined.endsWith("/") ? joined.substring(0, joined.length() - 1) : joined;
    }
}
