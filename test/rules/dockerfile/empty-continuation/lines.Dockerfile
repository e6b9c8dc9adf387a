FROM debian:13
RUN a \
#@0-3 dockerfile/empty-continuation

  # why

  && b \
  
  && c
ONBUILD RUN a \
  && b
ONBUILD RUN a \
#@0-7 dockerfile/empty-continuation

  && b
RUN a
