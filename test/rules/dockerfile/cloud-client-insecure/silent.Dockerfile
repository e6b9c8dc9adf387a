FROM debian:12
ENV CONSUL_HTTP_SSL_VERIFY=true VAULT_SKIP_VERIFY=0 AZURE_CLI_DISABLE_CONNECTION_VERIFICATION=
RUN aws s3 ls && gcloud config set auth/disable_ssl_validation false && echo --no-verify-ssl
