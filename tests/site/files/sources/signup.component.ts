import { Component, HostListener, Inject, Input } from '@angular/core';
import { WINDOW } from '../tokens';

@Component({
  selector: 'app-signup',
  template: `<button (click)="rtp('send', 'event', { value: 'Sign-up: template' })">Sign up</button>`,
})
export class SignupComponent implements OnInit {
  @Input() plan!: string;
  private readonly label: string = 'Sign-up';

  constructor(@Inject(WINDOW) private readonly window: any, public form: FormBuilder) {}

  ngOnInit(): void {
    this.window.rtp('send', 'event', { value: 'Sign-up: seen' });
  }

  @HostListener('window:beforeunload', ['$event'])
  onLeave($event?: BeforeUnloadEvent): void {
    rtp('send', 'event', { value: 'Sign-up: left' });
  }

  submit(): void {
    rtp('send', 'event', { value: this.label });
  }
}
