FROM debian:13 AS base
CMD ["a"]
#@0-3 dockerfile/multiple-instructions
CMD ["b"]
#@0-3 dockerfile/multiple-instructions
ONBUILD CMD ["c"]
CMD ["d"]
HEALTHCHECK NONE
FROM base
HEALTHCHECK --interval=1s CMD ["a"]
#@0-11 dockerfile/multiple-instructions
HEALTHCHECK NONE
CMD ["e"]
ENTRYPOINT []
