// Shows the contract of this server. No validator is asked: the page loads nothing from outside.
SwaggerUIBundle({
  url: "openapi.yaml",
  dom_id: "#contract",
  deepLinking: true,
  displayRequestDuration: true,
  validatorUrl: null,
});
