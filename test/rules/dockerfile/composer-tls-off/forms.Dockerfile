FROM php:8.4-cli
RUN php composer.phar config --global secure-http false && composer global config disable-tls true
#                                     ^^^^^^^^^^^^^^^^^ dockerfile/composer-tls-off
#                                                                                 ^^^^^^^^^^^^^^^^ dockerfile/composer-tls-off
RUN composer create-project --no-secure-http a/b && curl -fsS https://getcomposer.org/installer | php -- --quiet
#                           ^^^^^^^^^^^^^^^^ dockerfile/composer-tls-off
RUN printf '{"config": {"secure-http": false}}' > /root/.composer/config.json
#                       ^^^^^^^^^^^^^^^^^^^^ dockerfile/composer-tls-off
