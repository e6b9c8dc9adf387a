FROM php:8.4-cli
RUN composer config secure-http true && composer config disable-tls false && composer config name secure-http
RUN php -r 'echo "--disable-tls";'
