FROM ruby:3.4
RUN bundle config ssl_verify_mode 0 && bundle config --global ssl_verify_mode 0
#                 ^^^^^^^^^^^^^^^^^ dockerfile/bundler-ssl-verify-off
#                                                             ^^^^^^^^^^^^^^^^^ dockerfile/bundler-ssl-verify-off
RUN BUNDLE_SSL_VERIFY_MODE=0 bundle install
#   ^^^^^^^^^^^^^^^^^^^^^^^^ dockerfile/bundler-ssl-verify-off
RUN printf -- '---\n:ssl_verify_mode: 0\n' > ~/.gemrc
#                   ^^^^^^^^^^^^^^^^^^^ dockerfile/bundler-ssl-verify-off
