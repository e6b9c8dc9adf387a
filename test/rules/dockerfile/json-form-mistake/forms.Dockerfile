FROM debian:13
CMD ["a" "b"]
CMD ["c:\windows"]
#   ^^^^^^^^^^^^^^ dockerfile/json-form-mistake
CMD ["a", 'b']
#   ^^^^^^^^^^ dockerfile/json-form-mistake
COPY ['a', '/b']
#    ^^^^^^^^^^^ dockerfile/json-form-mistake
RUN ['a', 'b']
#   ^^^^^^^^^^ dockerfile/json-form-mistake
RUN [ 'a' ]
RUN ["a"]
RUN [ "$A" = "b" ]
CMD [a, b]
CMD ["a", 1]
SHELL "/bin/bash"
#     ^^^^^^^^^^^ dockerfile/json-form-mistake
ONBUILD ENTRYPOINT ["a",]
#                  ^^^^^^ dockerfile/json-form-mistake
CMD ⟦["a", \
  # why
  'b']⟧
