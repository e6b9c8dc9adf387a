FROM debian:13
CMD a; b
#@0-3 dockerfile/exec-form-recommended
CMD a > /log
#@0-3 dockerfile/exec-form-recommended
CMD A=1 a
#@0-3 dockerfile/exec-form-recommended
CMD a *.js
#@0-3 dockerfile/exec-form-recommended
CMD cd /app
#@0-3 dockerfile/exec-form-recommended
CMD a &
#@0-3 dockerfile/exec-form-recommended
CMD ( a )
#@0-3 dockerfile/exec-form-recommended
CMD a $HOME ~/x
#@0-3 dockerfile/exec-form-recommended
CMD a # why
#@0-3 dockerfile/exec-form-recommended
CMD timeout 5 a
#@0-3 dockerfile/exec-form-recommended
CMD a \
#@0-3 dockerfile/exec-form-recommended
  # why
  b
ENTRYPOINT a b
#@0-10 dockerfile/exec-form-recommended
