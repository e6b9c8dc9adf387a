FROM ruby:3.4
RUN bundle config ssl_verify_mode 1 && bundle config get ssl_verify_mode && bundle exec config ssl_verify_mode 0x
ENV BUNDLE_SSL_VERIFY_MODE=1
