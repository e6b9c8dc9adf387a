FROM debian:12
ENV CONSUL_HTTP_SSL_VERIFY=false AZURE_CLI_DISABLE_CONNECTION_VERIFICATION=1
#   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ dockerfile/cloud-client-insecure
#                                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ dockerfile/cloud-client-insecure
RUN aws s3 ls --no-verify-ssl && vault read -tls-skip-verify a && mc --insecure ls x
#             ^^^^^^^^^^^^^^^ dockerfile/cloud-client-insecure
#                                           ^^^^^^^^^^^^^^^^ dockerfile/cloud-client-insecure
#                                                                    ^^^^^^^^^^ dockerfile/cloud-client-insecure
RUN gcloud config set --quiet auth/disable_ssl_validation True
#                             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ dockerfile/cloud-client-insecure
CMD VAULT_SKIP_VERIFY=1 vault agent
#   ^^^^^^^^^^^^^^^^^^^ dockerfile/cloud-client-insecure
