FROM debian:12
RUN chmod 755 /a && chmod u-s /b && chmod g+s /c && chmod 2755 /d && chmod a+X /e && chmod o+s /f
RUN chmod --reference=/b /a && chmod "$MODE" /a && chmod 0755 4755 && install -d -m 1777 /tmp/x
COPY --chmod=755 a /a
