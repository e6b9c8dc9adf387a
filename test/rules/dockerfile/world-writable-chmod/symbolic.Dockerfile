FROM debian:13
RUN chmod a+w /a && chmod u=rwx,go+rw /b && chmod ugo+rwX /c && chmod a=rwx /d
#         ^^^ dockerfile/world-writable-chmod
#                         ^^^^^^^^^^^ dockerfile/world-writable-chmod
#                                                 ^^^^^^^ dockerfile/world-writable-chmod
#                                                                     ^^^^^ dockerfile/world-writable-chmod
RUN chmod +w /a && chmod a+rwxt /b && chmod o-w /c && chmod a-w+x /d && chmod g+w /e && chmod a+rX,u+w /f && chmod -w /g
RUN chmod o+w /only
#         ^^^ dockerfile/world-writable-chmod
