// One Swagger UI over the documents of all four services; the gateway serves each of them.
window.addEventListener("load", () => {
  const service = (name) => ({ name, url: `/api-docs/openapi/${name.toLowerCase()}.json` });

  window.ui = SwaggerUIBundle({
    dom_id: "#swagger-ui",
    urls: ["Menu", "Orders", "Payments", "Staff"].map(service),
    "urls.primaryName": "Orders",
    deepLinking: true,
    displayRequestDuration: true,
    docExpansion: "list",
    filter: true,
    persistAuthorization: true,
    tryItOutEnabled: true,
    validatorUrl: null,
    presets: [SwaggerUIBundle.presets.apis, SwaggerUIStandalonePreset],
    plugins: [SwaggerUIBundle.plugins.DownloadUrl],
    layout: "StandaloneLayout",
    onComplete: () => { document.title = "Restaurant API"; },
  });
});
