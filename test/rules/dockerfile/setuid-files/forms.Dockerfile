FROM debian:12
RUN chmod -R u+s,g-w /a && chmod 04755 /b; chmod -v ug+xs /c && install -o root -m 4711 x /usr/bin/x
#            ^^^^^^^ dockerfile/setuid-files
#                                ^^^^^ dockerfile/setuid-files
#                                                   ^^^^^ dockerfile/setuid-files
#                                                                                  ^^^^ dockerfile/setuid-files
RUN ["chmod", "+s", "/a"]
#              ^^ dockerfile/setuid-files
COPY --link --chmod=6755 a /a
#                   ^^^^ dockerfile/setuid-files
ADD --chmod=u=srwx,g=rx a /b
#           ^^^^^^^^^^^ dockerfile/setuid-files
