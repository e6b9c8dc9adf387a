FROM debian:13
RUN chmod 777 /a && chmod -R 0666 /b && chmod -v 7 /c && chmod 4777 /d
#         ^^^ dockerfile/world-writable-chmod Mode `777`
#                            ^^^^ dockerfile/world-writable-chmod
#                                                ^ dockerfile/world-writable-chmod
#                                                              ^^^^ dockerfile/world-writable-chmod
RUN chmod 1777 /tmp && chmod 755 /a && chmod 775 /b && chmod 0640 /c && chmod --reference=/a 777
RUN find /srv -type d -exec chmod 0777 {} + && ls | xargs chmod "666"
#                                 ^^^^ dockerfile/world-writable-chmod
#                                                               ^^^^^ dockerfile/world-writable-chmod
RUN chmod "$MODE" /a && chmod 77$X /b && echo chmod 777
